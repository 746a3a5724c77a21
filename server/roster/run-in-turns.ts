/** Runs long work of the main thread a piece at a time, so that respondents are answered in between. */
import { setImmediate } from 'node:timers/promises'

/** Runs `steps` to their end; `onStep` hears what each yields. */
export async function runInTurns<Step, Result>(
  steps: Generator<Step, Result>,
  onStep: (step: Step) => void = () => {},
): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    onStep(value)
    await setImmediate()
  }
}

/** People answer: all at once, or at a pace that one can watch. */
import { setTimeout as pause } from 'node:timers/promises'
import type { AnswerSheet } from './plan-answers.ts'
import { respond } from './respond.ts'
import { runAll } from './run-all.ts'

/** The whole survey in about eight minutes: quick at first, as after a message, then slower and slower. */
const PACED_SECONDS = 480

const submit = (base: string, { token, noticeVersion, invitation, answers }: AnswerSheet) =>
  respond(base, token, noticeVersion, invitation, answers)

export async function answerAtOnce(
  base: string,
  sheets: AnswerSheet[],
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0
  await runAll(sheets, 16, async (sheet) => {
    await submit(base, sheet)
    done += 1
    onProgress(done)
  })
}

/** Somebody else may answer one of these links in the meantime; that person's answer stands. */
export async function answerAtAPace(
  base: string,
  sheets: AnswerSheet[],
  onProgress: (done: number) => void,
  leaving: AbortSignal,
): Promise<void> {
  const started = performance.now()
  for (const [index, sheet] of sheets.entries()) {
    const share = (index + 1) / (sheets.length + 1)
    const at = started + (-Math.log(1 - share * 0.97) / -Math.log(0.03)) * PACED_SECONDS * 1000
    await pause(Math.max(0, at - performance.now()), undefined, { signal: leaving }).catch(() => {})
    if (leaving.aborted) return
    await submit(base, sheet).catch((error: Error) => {
      if (!error.message.includes('credential-issued')) throw error
    })
    onProgress(index + 1)
  }
}

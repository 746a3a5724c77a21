/** The real application on a port, with its workers running and one officer's account. */
import { startJobs } from '../../server/queue/jobs.ts'
import { startTestSystem, type TestSystem } from '../../server/test/deps.ts'
import { createAccount } from '../../server/test/staff.ts'

/** `email`: of one officer's account. */
export type ConsoleSystem = TestSystem & { origin: string; email: string }

/** `env` as for startTestSystem. */
export async function startConsoleSystem(env: Record<string, string>): Promise<ConsoleSystem> {
  const started = await startTestSystem(env)
  started.clock.move(untilTen(Date.now()))
  const workers = await startJobs(started.deps)
  const origin = (await started.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const email = await createAccount(started.deps, 'officer')
  return {
    ...started,
    origin,
    email,
    async stop() {
      await workers.stop()
      await started.stop()
    },
  }
}

/** Milliseconds to ten in the morning in Vietnam: messages go out by day only, and a test may run at night. */
function untilTen(now: number): number {
  const DAY = 86_400_000
  const ten = Date.parse('2024-01-01T10:00:00+07:00') % DAY
  return (ten - (now % DAY) + DAY) % DAY
}

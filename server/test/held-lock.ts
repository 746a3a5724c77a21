/**
 * Holds a lock in a database session of its own, so that a process of Phiếu stands still at a known point of its work and
 * can be killed or stopped exactly there.
 */
import postgres from 'postgres'
import { expect, vi } from 'vitest'

export type HeldLock = {
  /** Waits until at least `sessions` of the others stand still; returns their server process ids. */
  blocks(sessions?: number): Promise<number[]>
  /** Lets them go on. */
  release(): Promise<void>
}

/** `statement` takes the lock, for example `LOCK TABLE answer.drawn IN SHARE MODE`. */
export async function holdLock(databaseUrl: string, statement: string): Promise<HeldLock> {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} })
  const holder = await sql.reserve()
  await holder`BEGIN`
  await holder.unsafe(statement)
  const [own] = await holder<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  return {
    blocks: (sessions = 1) =>
      vi.waitFor(
        async () => {
          const waiting = await sql<{ pid: number }[]>`
            SELECT pid FROM pg_stat_activity WHERE ${own!.pid} = ANY(pg_blocking_pids(pid))`
          expect(waiting.length).toBeGreaterThanOrEqual(sessions)
          return waiting.map(({ pid }) => pid)
        },
        { timeout: 30_000, interval: 20 },
      ),
    async release() {
      // A server that was killed has let go already.
      await holder`COMMIT`.catch(() => {})
      await sql.end({ timeout: 1 })
    },
  }
}

/** Waits until the sessions have ended: what a killed process had begun is then committed or rolled back for good. */
export async function sessionsEnd(databaseUrl: string, pids: number[]): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    await vi.waitFor(
      async () => expect(await sql`SELECT pid FROM pg_stat_activity WHERE pid = ANY(${pids})`).toEqual([]),
      { timeout: 30_000, interval: 20 },
    )
  } finally {
    await sql.end()
  }
}

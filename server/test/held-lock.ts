/**
 * Holds a lock in a database session of its own, so that a process of Phiếu stands still at a known point of its work and
 * can be killed or stopped exactly there.
 */
import pg from 'pg'
import { expect, vi } from 'vitest'

export type HeldLock = {
  /** Waits until at least `sessions` of the others stand still; returns their server process ids. */
  blocks(sessions?: number): Promise<number[]>
  /** Lets them go on. */
  release(): Promise<void>
}

/** `statement` takes the lock, for example `LOCK TABLE answer.drawn IN SHARE MODE`. */
export async function holdLock(databaseUrl: string, statement: string): Promise<HeldLock> {
  const [holder, watcher] = await Promise.all([connect(databaseUrl), connect(databaseUrl)])
  await holder.query('BEGIN')
  await holder.query(statement)
  const own = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return {
    blocks: (sessions = 1) =>
      vi.waitFor(
        async () => {
          const waiting = await watcher.query<{ pid: number }>(
            'SELECT pid FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))',
            [own.rows[0]!.pid],
          )
          expect(waiting.rows.length).toBeGreaterThanOrEqual(sessions)
          return waiting.rows.map(({ pid }) => pid)
        },
        { timeout: 30_000, interval: 20 },
      ),
    async release() {
      await Promise.all([holder.end(), watcher.end()])
    },
  }
}

/** Waits until the sessions have ended: what a killed process had begun is then committed or rolled back for good. */
export async function sessionsEnd(databaseUrl: string, pids: number[]): Promise<void> {
  const watcher = await connect(databaseUrl)
  const living = () => watcher.query('SELECT pid FROM pg_stat_activity WHERE pid = ANY($1)', [pids])
  await vi
    .waitFor(async () => expect((await living()).rows).toEqual([]), { timeout: 30_000, interval: 20 })
    .finally(() => watcher.end())
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'held-lock' })
  client.on('error', () => {}) // the server may be killed under it
  await client.connect()
  return client
}

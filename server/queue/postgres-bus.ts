/** LISTEN and NOTIFY. `postgres` keeps a connection of its own for listening and re-opens it by itself. */
import postgres from 'postgres'
import { type Bus, type BusOptions, SEND_MS } from './bus.ts'
import { withDeadline } from './deadline.ts'
import { codeOf } from './outage.ts'

const CONNECT_MS = 5_000

/** Resolves when texts are being heard; rejects, without naming the URL, when PostgreSQL cannot be reached. */
export async function openPostgresBus({ url, channel, outage, onText, onGap }: BusOptions): Promise<Bus> {
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 60,
    connect_timeout: CONNECT_MS / 1_000,
    keep_alive: 10,
    backoff: (tries) => Math.min(0.1 * 2 ** tries, 1),
    onnotice: () => {},
    connection: { application_name: 'phieu-changes' },
  })
  let heard = false
  function onListening(): void {
    if (!heard) {
      heard = true
      return
    }
    outage.restored()
    onGap()
  }
  try {
    await withDeadline(sql.listen(channel, onText, onListening), CONNECT_MS, 'listening')
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw new Error(`the PostgreSQL of live changes cannot be reached (${codeOf(error)})`)
  }
  return {
    async send(text) {
      await withDeadline(sql.notify(channel, text), SEND_MS, 'publishing a change')
    },
    close: () => sql.end({ timeout: 1 }),
  }
}

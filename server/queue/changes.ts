/**
 * "Something changed in this campaign", from whichever process changed it to every process with someone watching. A
 * change carries no values: listeners read the rows, so one that is lost or doubled does no harm.
 */
import type { Logger } from 'pino'
import type { Bus } from './bus.ts'
import { coalesce } from './coalesce.ts'
import { codeOf, watchOutage } from './outage.ts'
import { openPostgresBus } from './postgres-bus.ts'
import { openRedisBus } from './redis-bus.ts'

/** `sessions`, of campaign `*`: somebody was signed out; open event streams ask again whether they are allowed. */
const KINDS = ['progress', 'scores', 'status', 'sessions'] as const

export type PublishedChange = { campaign: string; kind: (typeof KINDS)[number] }
/** `missed`, of campaign `*`: the connection was gone for a while, so refresh whatever is being shown. */
export type Change = PublishedChange | { campaign: '*'; kind: 'missed' }

export type Changes = {
  /** Tells every process, this one included. Per campaign and kind at once, then at most every 250 ms; the last is never lost. */
  publish(change: PublishedChange): void
  /** Returns the way to unsubscribe. A listener that throws is logged and hurts no other. */
  subscribe(listener: (change: Change) => void): () => void
  /** Sends what still waits, then disconnects. */
  close(): Promise<void>
}

const EVERY_MS = 250

/** Connects; throws when the store cannot be reached. `prefix` separates installations that share one store. */
export async function createChanges({
  databaseUrl,
  redisUrl,
  log,
  prefix = 'phieu',
}: {
  databaseUrl: string
  redisUrl?: string | undefined
  log: Logger
  prefix?: string
}): Promise<Changes> {
  const outage = watchOutage(log, 'changes')
  const listeners = new Set<(change: Change) => void>()
  let closed: Promise<void> | undefined

  function tell(change: Change): void {
    for (const listener of listeners) {
      try {
        listener(change)
      } catch (error) {
        log.error({ code: codeOf(error), kind: change.kind }, 'changes.listener-failed')
      }
    }
  }
  function onText(text: string): void {
    const change = read(text)
    if (change) tell(change)
    else log.warn('changes.unreadable')
  }

  const options = { outage, onText, onGap: () => tell({ campaign: '*', kind: 'missed' }) }
  const bus: Bus = redisUrl
    ? await openRedisBus({ ...options, url: redisUrl, channel: `${prefix}:changes` })
    : await openPostgresBus({ ...options, url: databaseUrl, channel: `${prefix}_changes` })

  const coalescer = coalesce(async (text) => {
    try {
      await bus.send(text)
      outage.restored()
    } catch (error) {
      outage.failed(error)
      throw error
    }
  }, EVERY_MS)

  async function close(): Promise<void> {
    await coalescer.finish()
    listeners.clear()
    await bus.close().catch(outage.failed)
  }

  return {
    publish({ campaign, kind }) {
      coalescer.push(JSON.stringify({ campaign, kind }))
    },
    subscribe(listener) {
      const own = (change: Change) => listener(change) // the same function may subscribe twice
      listeners.add(own)
      return () => listeners.delete(own)
    },
    close() {
      closed ??= close()
      return closed
    },
  }
}

function read(text: string): PublishedChange | undefined {
  try {
    const { campaign, kind } = JSON.parse(text)
    return typeof campaign === 'string' && KINDS.includes(kind) ? { campaign, kind } : undefined
  } catch {
    return undefined
  }
}

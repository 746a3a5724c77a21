/**
 * Live views of campaigns for every console that this process serves: rows are read at most once a second per campaign
 * however many watch, and only while somebody does. Values are absolute, so a missed event does no harm.
 */
import type { Logger } from 'pino'
import type { Change, Changes } from '../queue/changes.ts'

export type LiveView<Progress, Scores> = { progress: Progress; scores: Scores | null }
export type LiveListener<Progress, Scores> = (view: Partial<LiveView<Progress, Scores>>) => void

type Watched<Progress, Scores> = {
  listeners: Set<LiveListener<Progress, Scores>>
  stale: boolean
  reading: boolean
  lastRead: number
  timer: NodeJS.Timeout | undefined
}

export type LiveHub<Progress, Scores> = {
  /** Calls `listener` after changes, at most once a second; returns the way to stop. */
  watch(campaignId: string, listener: LiveListener<Progress, Scores>): () => void
  close(): void
}

const EVERY_MS = 1_000

/** `read` gives the whole view of a campaign; a failed read is logged and tried again with the next change or second. */
export function createLiveHub<Progress, Scores>(
  changes: Changes,
  read: (campaignId: string) => Promise<LiveView<Progress, Scores>>,
  log: Logger,
): LiveHub<Progress, Scores> {
  const watched = new Map<string, Watched<Progress, Scores>>()

  function onChange(change: Change): void {
    for (const [campaignId, entry] of watched) {
      if (change.campaign === campaignId || change.kind === 'missed') {
        entry.stale = true
        schedule(campaignId, entry)
      }
    }
  }

  function schedule(campaignId: string, entry: Watched<Progress, Scores>): void {
    if (entry.timer || entry.reading) return
    const wait = Math.max(0, entry.lastRead + EVERY_MS - Date.now())
    entry.timer = setTimeout(() => void refresh(campaignId, entry), wait)
  }

  async function refresh(campaignId: string, entry: Watched<Progress, Scores>): Promise<void> {
    entry.timer = undefined
    entry.reading = true
    entry.stale = false
    entry.lastRead = Date.now()
    try {
      const view = await read(campaignId)
      for (const listener of entry.listeners) tell(campaignId, listener, view)
    } catch (error) {
      entry.stale = true
      log.warn({ campaignId, code: (error as { code?: string }).code }, 'live.read-failed')
    } finally {
      entry.reading = false
      if (entry.stale && entry.listeners.size > 0) schedule(campaignId, entry)
    }
  }

  /** One broken connection must neither hide the view from the others nor look like a failed read. */
  function tell(campaignId: string, listener: LiveListener<Progress, Scores>, view: LiveView<Progress, Scores>): void {
    try {
      listener(view)
    } catch (error) {
      log.warn({ campaignId, code: (error as { code?: string }).code }, 'live.listener-failed')
    }
  }

  const unsubscribe = changes.subscribe(onChange)
  return {
    watch(campaignId, listener) {
      const entry = watched.get(campaignId) ?? {
        listeners: new Set(),
        stale: false,
        reading: false,
        lastRead: 0,
        timer: undefined,
      }
      watched.set(campaignId, entry)
      entry.listeners.add(listener)
      return () => {
        entry.listeners.delete(listener)
        if (entry.listeners.size > 0) return
        clearTimeout(entry.timer)
        watched.delete(campaignId)
      }
    },
    close() {
      unsubscribe()
      for (const entry of watched.values()) {
        clearTimeout(entry.timer)
        entry.listeners.clear()
      }
      watched.clear()
    },
  }
}

/** A console that listens to a campaign's live events, as the officers' page does. */
import type { ProgressView } from '../campaigns/schemas.ts'
import type { Scores, UnitView } from '../scoring/schemas.ts'

export type LiveConsole = {
  /** The last progress event; it may leave out units that have not changed, but no totals. */
  progress: ProgressView | undefined
  /** Every unit's scores as last shown. */
  units: Map<string, UnitView>
  /** Milliseconds until at least `answered` people are shown to have answered; rejects after `withinMs`. */
  waitForAnswered(answered: number, withinMs: number): Promise<number>
  /** Resolves when the server has ended the stream, or it broke. */
  ended: Promise<void>
  close(): Promise<void>
}

export async function openLiveConsole(base: string, code: string, cookie: string): Promise<LiveConsole> {
  const closing = new AbortController()
  const response = await fetch(`${base}/api/campaigns/${code}/live`, { headers: { cookie }, signal: closing.signal })
  if (!response.ok) throw new Error(`the live events answered ${response.status}`)
  const waiting = new Set<() => void>()
  const live: LiveConsole = {
    progress: undefined,
    units: new Map(),
    waitForAnswered(answered, withinMs) {
      const began = performance.now()
      const { promise, resolve, reject } = Promise.withResolvers<number>()
      const look = () => {
        if ((live.progress?.answered ?? 0) >= answered) resolve(performance.now() - began)
      }
      const late = () => reject(new Error(`${answered} answers were not shown within ${withinMs} ms`))
      // A deadline, not a pause: it only ends a wait whose event never comes.
      const deadline = AbortSignal.timeout(withinMs)
      deadline.addEventListener('abort', late)
      waiting.add(look)
      look()
      return promise.finally(() => {
        deadline.removeEventListener('abort', late)
        waiting.delete(look)
      })
    },
    ended: read(),
    async close() {
      closing.abort()
      await live.ended
    },
  }

  async function read(): Promise<void> {
    let text = ''
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk
        const events = text.split('\n\n')
        text = events.pop()!
        for (const event of events) take(event)
      }
    } catch {
      // Closed by us, or the process is gone: `ended` says so.
    }
  }

  function take(event: string): void {
    const [, name, data] = /^event: (progress|scores)\ndata: (.*)$/.exec(event) ?? []
    if (name === 'progress') live.progress = JSON.parse(data!)
    if (name === 'scores') {
      const { blocks } = JSON.parse(data!) as Scores
      for (const unit of blocks.flatMap((block) => block.units)) live.units.set(unit.code, unit)
    }
    for (const look of waiting) look()
  }

  return live
}

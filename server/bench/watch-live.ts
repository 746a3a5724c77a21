/** A listening console: how long after a 201 does the live page show it? */
import { percentile } from './load.ts'

export type LiveWatch = {
  /** Tells that the `n`-th response of the campaign was acknowledged just now. */
  acknowledged(n: number): void
  /** Waits until everything acknowledged has been shown; returns the times in milliseconds. */
  finish(): Promise<{ p50: number; p99: number; shown: number }>
}

/** Listens as the console does. A response counts as shown by the first progress event that counts as many answers. */
export async function watchLive(base: string, code: string, cookie: string): Promise<LiveWatch> {
  const closing = new AbortController()
  const response = await fetch(`${base}/api/campaigns/${code}/live`, { headers: { cookie }, signal: closing.signal })
  const waiting: { n: number; at: number }[] = []
  const delays: number[] = []
  let done = () => {}

  function onProgress(answered: number): void {
    const now = performance.now()
    while (waiting[0] && waiting[0].n <= answered) delays.push(now - waiting.shift()!.at)
    if (waiting.length === 0) done()
  }

  const reading = (async () => {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = text.slice(0, end)
        text = text.slice(end + 2)
        if (event.startsWith('event: progress'))
          onProgress(JSON.parse(event.slice(event.indexOf('data: ') + 6)).answered)
      }
    }
  })().catch(() => {})

  return {
    acknowledged: (n) => void waiting.push({ n, at: performance.now() }),
    async finish() {
      if (waiting.length > 0) await new Promise<void>((resolve) => (done = resolve))
      closing.abort()
      await reading
      delays.sort((a, b) => a - b)
      return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), shown: delays.length }
    },
  }
}

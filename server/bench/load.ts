/** A closed loop of clients over kept-alive connections, each with one request under way, and what it took. */
import { Client } from 'undici'

export type Call = <View>(method: 'GET' | 'POST', path: string, body?: string) => Promise<View>
export type Measured = { clients: number; done: number; perSecond: number; p50: number; p99: number }

/** Runs `work` for every item, `clients` at once. Times are of the whole piece of work, in milliseconds. */
export async function runLoad<Item>(
  base: string,
  items: Item[],
  clients: number,
  work: (call: Call, item: Item) => Promise<void>,
): Promise<Measured> {
  const waiting = items.values()
  const times: number[] = []
  const lane = async () => {
    const client = new Client(base)
    const call = callWith(client)
    for (const item of waiting) {
      const began = performance.now()
      await work(call, item)
      times.push(performance.now() - began)
    }
    await client.close()
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, lane))
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return {
    clients,
    done: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

function callWith(client: Client): Call {
  return async (method, path, body) => {
    const { statusCode, body: answer } = await client.request({
      method,
      path,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    if (statusCode >= 300)
      throw new Error(`${method} ${path.split('/').slice(0, 3).join('/')}: ${statusCode} ${text.slice(0, 200)}`)
    return JSON.parse(text)
  }
}

/** `share` from 0 to 1 of sorted numbers; 0 for none. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

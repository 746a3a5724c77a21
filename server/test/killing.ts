/** SIGKILL at seeded moments of a run: the moments are counted in what the test's phones send, so they lie within it on any machine. */
import { setTimeout as pause } from 'node:timers/promises'
import type { SeededRandom } from '../demo/seeded-random.ts'

/** Kills something and starts it again; resolves when it is back. */
export type Kill = () => Promise<void>

export type Killing = {
  /** Call as each request leaves. */
  onTry(): void
  /** Resolves when every kill has happened and everything is back. */
  over(): Promise<void>
}

const LONGEST_DELAY_MS = 20

/**
 * Spreads `times` kills of each target over the first `tries` requests, each up to 20 ms after one has left. A target that
 * is not back yet is killed as soon as it is.
 */
export function planKilling(targets: Kill[], times: number, tries: number, random: SeededRandom): Killing {
  const moments = new Map<number, Kill[]>()
  for (const target of targets) {
    for (let kill = 0; kill < times; kill += 1) {
      const moment = 1 + Math.floor(((kill + random.next()) / times) * tries * 0.9)
      moments.set(moment, [...(moments.get(moment) ?? []), target])
    }
  }
  const back = new Map<Kill, Promise<void>>()
  let tried = 0
  return {
    onTry() {
      tried += 1
      for (const target of moments.get(tried) ?? []) {
        const delay = random.below(LONGEST_DELAY_MS)
        const before = back.get(target) ?? Promise.resolve()
        back.set(target, before.then(() => pause(delay)).then(target))
      }
    },
    async over() {
      const last = Math.max(...moments.keys())
      if (tried < last) throw new Error(`only ${tried} requests left, and the last kill waits for the ${last}th`)
      await Promise.all(back.values())
    },
  }
}

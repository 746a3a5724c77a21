import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLogger } from '../logger.ts'
import type { Change, Changes } from '../queue/changes.ts'
import { createLiveHub, type LiveHub } from './live-hub.ts'

/** Changes within this process; how they travel between processes is tested in queue/. */
function localChanges() {
  const listeners = new Set<(change: Change) => void>()
  const changes: Changes = {
    publish: (change) => {
      for (const listener of listeners) listener(change)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => listeners.clear(),
  }
  const miss = () => {
    for (const listener of listeners) listener({ campaign: '*', kind: 'missed' })
  }
  return { changes, miss, listeners }
}

let bus: ReturnType<typeof localChanges>
let reads: string[]
let answer: (campaignId: string) => Promise<{ progress: number; scores: null }>
let hub: LiveHub<number, null>

beforeEach(() => {
  vi.useFakeTimers()
  bus = localChanges()
  reads = []
  let version = 0
  answer = async () => ({ progress: ++version, scores: null })
  const read = (campaignId: string) => {
    reads.push(campaignId)
    return answer(campaignId)
  }
  hub = createLiveHub(bus.changes, read, createLogger('silent'))
})
afterEach(() => {
  hub.close()
  vi.useRealTimers()
})

function watch(campaign: string) {
  const seen: number[] = []
  const stop = hub.watch(campaign, ({ progress }) => seen.push(progress!))
  return { seen, stop }
}
const change = (campaign = 'c1') => bus.changes.publish({ campaign, kind: 'progress' })

test('a change is shown at once, to everybody who watches, from one read', async () => {
  const [one, two] = [watch('c1'), watch('c1')]
  change()
  await vi.advanceTimersByTimeAsync(0)
  expect([one.seen, two.seen, reads]).toEqual([[1], [1], ['c1']])
})

test('many changes are read once a second at most, and the last is not lost', async () => {
  const { seen } = watch('c1')
  for (let times = 0; times < 100; times += 1) {
    change()
    await vi.advanceTimersByTimeAsync(30)
  }
  expect(reads.length).toBeLessThanOrEqual(4)
  await vi.advanceTimersByTimeAsync(1_000)
  const count = reads.length
  expect(seen.at(-1)).toBe(count)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reads).toHaveLength(count)
})

test('a change during a read is read again', async () => {
  const held = Promise.withResolvers<void>()
  answer = async () => {
    await held.promise
    return { progress: reads.length, scores: null }
  }
  const { seen } = watch('c1')
  change()
  await vi.advanceTimersByTimeAsync(0)
  change()
  held.resolve()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen).toEqual([1, 2])
})

test('changes of other campaigns, or that nobody watches, cost no read', async () => {
  const { stop } = watch('c1')
  change('c2')
  await vi.advanceTimersByTimeAsync(2_000)
  stop()
  change()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(reads).toEqual([])
})

test('after a gap in the connection everything watched is read anew', async () => {
  const [one, two] = [watch('c1'), watch('c2')]
  bus.miss()
  await vi.advanceTimersByTimeAsync(0)
  expect(reads.sort()).toEqual(['c1', 'c2'])
  expect([one.seen.length, two.seen.length]).toEqual([1, 1])
})

test('a read that fails is tried again by itself, a second later', async () => {
  const good = answer
  answer = async () => {
    throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  }
  const { seen } = watch('c1')
  change()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual([])
  answer = good
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen).toEqual([1])
})

test('a listener that goes away hears no more; the others do', async () => {
  const [one, two] = [watch('c1'), watch('c1')]
  one.stop()
  change()
  await vi.advanceTimersByTimeAsync(0)
  expect([one.seen, two.seen]).toEqual([[], [1]])
})

test('a listener that throws does not keep the others from hearing', async () => {
  hub.watch('c1', () => {
    throw new Error('broken connection')
  })
  const { seen } = watch('c1')
  change()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual([1])
})

test('closing during a read that then fails leaves no timer either', async () => {
  const held = Promise.withResolvers<never>()
  answer = () => held.promise
  watch('c1')
  change()
  await vi.advanceTimersByTimeAsync(0)
  hub.close()
  held.reject(new Error('away'))
  await vi.advanceTimersByTimeAsync(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('closing ends it: no timer and no subscription is left', async () => {
  watch('c1')
  change()
  hub.close()
  expect(bus.listeners.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineJob } from './define-job.ts'
import { BACK_ENDS, useQueues } from './queue.fixture.ts'

type Ticks = { ticks: number[] }
const sweep = defineJob({
  name: 'test.sweep',
  schema: z.object({}),
  run: async ({ ticks }: Ticks) => {
    ticks.push(Date.now())
  },
})

const EVERY = 500
/** Ticks that came closer together than half the interval: one schedule never makes such. */
const doubled = (ticks: number[]) => ticks.filter((at, index) => index > 0 && at - ticks[index - 1]! < EVERY / 2)

describe.each(BACK_ENDS)('a schedule on %s', (backEnd) => {
  const open = useQueues(backEnd)

  test('ticks once over two processes that both ask for it at the same moment', async () => {
    const workers = [await open(), await open()]
    const ticks: number[] = []
    await Promise.all(workers.map((worker) => worker.work([sweep], { ticks })))
    const asked = Date.now()
    await Promise.all(workers.map((worker) => worker.every(sweep, {}, EVERY)))
    await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(0))
    expect(ticks[0]! - asked).toBeLessThan(EVERY)
    await vi.waitFor(() => expect(ticks.length).toBeGreaterThanOrEqual(6), { timeout: 10_000 })
    expect(doubled(ticks)).toEqual([])
    expect(ticks.at(-1)! - ticks[0]!).toBeGreaterThan((ticks.length - 2) * EVERY)
  })

  test('plans a single tick when many processes ask at the same moment', async () => {
    const queues = await Promise.all(Array.from({ length: 8 }, () => open()))
    await Promise.all(queues.map((queue) => queue.ready()))
    await Promise.all(queues.map((queue) => queue.every(sweep, {}, 60_000)))
    const { waiting, delayed } = await queues[0]!.counts()
    expect(waiting! + delayed!).toBe(1)
  })

  test('comes back by itself after a flush', async () => {
    const [operator, worker] = [await open(), await open()]
    const ticks: number[] = []
    await worker.work([sweep], { ticks })
    await worker.every(sweep, {}, EVERY)
    await vi.waitFor(() => expect(ticks.length).toBeGreaterThanOrEqual(2), { timeout: 5_000 })
    await operator.flush()
    expect(await operator.counts()).toMatchObject({ delayed: 0 })
    const before = ticks.length
    await vi.waitFor(() => expect(ticks.length).toBeGreaterThanOrEqual(before + 3), { timeout: 10_000 })
    expect(doubled(ticks.slice(before + 1))).toEqual([])
  })

  test('re-creates lost work from rows when the queue is emptied in mid-run', async () => {
    const queue = await open()
    const rows = new Set(Array.from({ length: 20 }, (_, index) => `row-${index}`))
    const done: string[] = []
    const handle = defineJob({
      name: 'test.handle',
      schema: z.object({ row: z.string() }),
      run: async (_context: object, { row }) => {
        if (rows.delete(row)) done.push(row) // the claim: a row is handled once, whoever hints at it
        if (done.length === 5) await queue.flush()
      },
    })
    const refill = defineJob({
      name: 'test.refill',
      schema: z.object({}),
      run: async () => {
        for (const row of rows) await queue.add(handle, { row }, { dedupe: row })
      },
    })
    await queue.every(refill, {}, EVERY)
    await queue.work([handle, refill], {})
    await vi.waitFor(() => expect(done).toHaveLength(20), { timeout: 20_000 })
    expect(new Set(done).size).toBe(20)
  })

  test('keeps its rhythm when a process asks again, and takes a new one', async () => {
    const queue = await open()
    const ticks: number[] = []
    await queue.work([sweep], { ticks })
    await queue.every(sweep, {}, 60_000)
    await vi.waitFor(() => expect(ticks).toHaveLength(1))
    await queue.every(sweep, {}, 60_000)
    await queue.every(sweep, {}, 60_000)
    expect(await queue.counts()).toMatchObject({ delayed: 1, waiting: 0 })
    expect(ticks).toHaveLength(1)
    await queue.every(sweep, {}, EVERY)
    await vi.waitFor(() => expect(ticks.length).toBeGreaterThanOrEqual(4), { timeout: 10_000 })
  })
})

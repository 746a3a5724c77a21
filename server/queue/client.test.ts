import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createTestDatabase } from '../test/database.ts'
import { createQueue } from './client.ts'
import { defineJob } from './define-job.ts'
import { Data, gated, gatedContext, idle, note } from './jobs.fixture.ts'
import { BACK_ENDS, readableLog, useQueues } from './queue.fixture.ts'

describe.each(BACK_ENDS)('a queue on %s', (backEnd) => {
  const open = useQueues(backEnd)

  test('an added job runs once, with its data, and leaves nothing behind', async () => {
    const queue = await open()
    const seen: string[] = []
    await queue.add(note, { id: 'a' })
    await queue.work([note], { seen })
    await vi.waitFor(() => expect(seen).toEqual(['a']))
    await queue.add(note, { id: 'b' })
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b']))
    await expect.poll(() => queue.counts()).toEqual(idle)
    expect(seen).toEqual(['a', 'b'])
  })

  test('a waiting worker takes a job of another process without delay', async () => {
    const [web, worker] = [await open(), await open()]
    const seen: string[] = []
    await worker.work([note], { seen })
    await worker.add(note, { id: 'warm' })
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    const added = performance.now()
    await web.add(note, { id: 'x' })
    await vi.waitFor(() => expect(seen).toHaveLength(2), { interval: 5 })
    expect(performance.now() - added).toBeLessThan(1_500)
  })

  test('jobs with the same key collapse while they wait', async () => {
    const queue = await open()
    const seen: string[] = []
    for (let time = 0; time < 20; time++) await queue.add(note, { id: 'same' }, { dedupe: 'same' })
    await queue.add(note, { id: 'other' }, { dedupe: 'other' })
    expect(await queue.counts()).toMatchObject({ waiting: 2 })
    await queue.work([note], { seen })
    await expect.poll(() => queue.counts()).toEqual(idle)
    expect(seen.sort()).toEqual(['other', 'same'])
  })

  test('a hint that comes while its job runs is followed by exactly one more run', async () => {
    const queue = await open()
    const { context, door } = gatedContext()
    await queue.work([gated], context)
    await queue.add(gated, { id: 'x' }, { dedupe: 'x' })
    await vi.waitFor(() => expect(context.begun).toHaveLength(1))
    for (let time = 0; time < 5; time++) await queue.add(gated, { id: 'x' }, { dedupe: 'x' })
    door.open()
    await vi.waitFor(() => expect(context.ended).toHaveLength(2))
    await expect.poll(() => queue.counts()).toEqual(idle)
    expect(context.ended).toHaveLength(2)
    await queue.add(gated, { id: 'x' }, { dedupe: 'x' })
    await vi.waitFor(() => expect(context.ended).toHaveLength(3))
  })

  test('a thousand hints at once all arrive, each once', async () => {
    const queue = await open()
    const seen: string[] = []
    await queue.work([note], { seen })
    const ids = Array.from({ length: 1_000 }, (_, at) => `id-${at}`)
    await Promise.all(ids.map((id) => queue.add(note, { id }, { dedupe: id })))
    await vi.waitFor(() => expect(seen).toHaveLength(1_000), { timeout: 20_000 })
    await expect.poll(() => queue.counts()).toEqual(idle)
    expect(seen.sort()).toEqual(ids.sort())
    expect(queue.events()).toEqual([])
  })

  test('a delayed job waits its time', async () => {
    const queue = await open()
    const at: number[] = []
    const clocked = defineJob({ name: 'test.clocked', schema: Data, run: async () => void at.push(Date.now()) })
    await queue.work([clocked], {})
    const added = Date.now()
    await queue.add(clocked, { id: 'late' }, { delayMs: 600 })
    expect(await queue.counts()).toMatchObject({ delayed: 1 })
    await vi.waitFor(() => expect(at).toHaveLength(1), { timeout: 10_000 })
    expect(at[0]! - added).toBeGreaterThanOrEqual(590)
    expect(at[0]! - added).toBeLessThan(3_000)
  })

  test('a failing job is tried again, then dropped, and its message reaches no log', async () => {
    const log = readableLog()
    const queue = await open(log)
    let tries = 0
    const failing = defineJob({
      name: 'test.failing',
      schema: Data,
      attempts: 3,
      backoffMs: 50,
      run: async () => {
        tries++
        throw Object.assign(new Error('550 no mailbox nguyen.van.a@example.vn'), { code: 'EENVELOPE' })
      },
    })
    await queue.work([failing], {})
    await queue.add(failing, { id: 'x' })
    await expect.poll(() => queue.counts(), { timeout: 10_000 }).toEqual({ ...idle, failed: 1 })
    expect(tries).toBe(3)
    expect(log.events().filter((event) => event === 'job.failed')).toHaveLength(3)
    expect(log.text()).toContain('EENVELOPE')
    expect(log.text()).not.toContain('nguyen.van.a')
  })

  test('a job that fails once succeeds on its next try', async () => {
    const queue = await open()
    let tries = 0
    const flaky = defineJob({
      name: 'test.flaky',
      schema: Data,
      backoffMs: 50,
      run: async () => {
        if (++tries === 1) throw new Error('once')
      },
    })
    await queue.work([flaky], {})
    await queue.add(flaky, { id: 'x' })
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 10_000 })
    await expect.poll(() => queue.counts()).toEqual(idle)
  })

  test('data that do not fit are refused when added and dropped when run', async () => {
    const queue = await open()
    const seen: string[] = []
    await expect(queue.add(note, { id: 7 } as never)).rejects.toThrow()
    const older = defineJob({ ...note, schema: z.object({ key: z.number() }), run: async () => {} })
    await queue.add(older, { key: 1 })
    await queue.add(note, { id: 'good' })
    await queue.work([note], { seen })
    await vi.waitFor(() => expect(seen).toEqual(['good']))
    await expect.poll(() => queue.counts()).toEqual(idle)
    expect(queue.events()).toContain('job.dropped-invalid')
  })

  test('a reachable store is ready, and a queue may be closed twice', async () => {
    const queue = await open()
    await queue.ready()
    await Promise.all([queue.close(), queue.close()])
    await queue.add(note, { id: 'too late' })
  })

  test('two jobs of one name are refused', async () => {
    const queue = await open()
    await expect(queue.work([note, note], { seen: [] })).rejects.toThrow('two jobs are called test.note')
  })
})

test('processes that start at once on an empty database all get a queue', async () => {
  const database = await createTestDatabase()
  const { logger } = readableLog()
  const queues = await Promise.all([1, 2, 3].map(() => createQueue({ databaseUrl: database.url, log: logger })))
  await Promise.all(queues.map((queue) => queue.ready()))
  await Promise.all(queues.map((queue) => queue.close()))
  await database.drop()
})

test('a store that cannot be reached is said in one line without the URL', async () => {
  const { logger } = readableLog()
  const databaseUrl = 'postgres://phieu:secret@127.0.0.1:1/none'
  await expect(createQueue({ databaseUrl, log: logger })).rejects.toThrow(/^the queue's PostgreSQL .*\(ECONNREFUSED\)$/)
  const redisUrl = 'redis://:secret@127.0.0.1:1'
  await expect(createQueue({ databaseUrl, redisUrl, log: logger })).rejects.toThrow(/^the queue's Redis [^:]*$/)
})

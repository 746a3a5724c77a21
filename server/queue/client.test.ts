import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createTestDatabase } from '../test/database.ts'
import { createQueue } from './client.ts'
import { defineJob, type JobTools } from './define-job.ts'
import { BACK_ENDS, gate, readableLog, useQueues } from './queue.fixture.ts'

const Data = z.object({ id: z.string() })
type Seen = { seen: string[] }

/** Notes what it was run with. */
const note = defineJob({
  name: 'test.note',
  schema: Data,
  concurrency: 4,
  run: async ({ seen }: Seen, { id }) => {
    seen.push(id)
  },
})

/** Runs until its gate opens. */
type Gated = { begun: string[]; ended: string[]; wait: (id: string, tools: JobTools) => Promise<void> }
const gated = defineJob({
  name: 'test.gated',
  schema: Data,
  run: async ({ begun, ended, wait }: Gated, { id }, tools) => {
    begun.push(id)
    await wait(id, tools)
    ended.push(id)
  },
})

function gatedContext() {
  const door = gate()
  const context: Gated = { begun: [], ended: [], wait: () => door.opened }
  return { context, door }
}

const idle = { waiting: 0, active: 0, delayed: 0, failed: 0 }

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

  test('two workers share the jobs and no job runs twice', async () => {
    const [web, one, two] = [await open(), await open(), await open()]
    const ran: Record<'one' | 'two', string[]> = { one: [], two: [] }
    const pair = gate()
    const share = defineJob({
      name: 'test.share',
      schema: Data,
      concurrency: 2,
      run: async ({ name }: { name: 'one' | 'two' }, { id }) => {
        ran[name].push(id)
        if (ran.one.length > 0 && ran.two.length > 0) pair.open()
        await pair.opened // neither can take all of them
      },
    })
    await one.work([share], { name: 'one' as const })
    await two.work([share], { name: 'two' as const })
    const ids = Array.from({ length: 40 }, (_, index) => `id-${index}`)
    await Promise.all(ids.map((id) => web.add(share, { id })))
    await vi.waitFor(() => expect(ran.one.length + ran.two.length).toBe(40), { timeout: 20_000 })
    await expect.poll(() => web.counts()).toEqual(idle)
    expect([...ran.one, ...ran.two].sort()).toEqual(ids.sort())
  })

  test('a long line of one job does not hold up another', async () => {
    const queue = await open()
    const { context, door } = gatedContext()
    const seen: string[] = []
    for (let at = 0; at < 30; at++) await queue.add(gated, { id: `slow-${at}` })
    await queue.work([gated, note], { ...context, seen })
    await vi.waitFor(() => expect(context.begun).toHaveLength(1))
    await queue.add(note, { id: 'quick' })
    await vi.waitFor(() => expect(seen).toEqual(['quick']))
    expect(context.begun).toHaveLength(1)
    door.open()
    await vi.waitFor(() => expect(context.ended).toHaveLength(30), { timeout: 20_000 })
  })

  test('stopping tells the running job, waits for it, and takes no more', async () => {
    const queue = await open()
    const { context } = gatedContext()
    const told = gate()
    context.wait = (_id, { signal }) => {
      signal.addEventListener('abort', told.open)
      return told.opened
    }
    const workers = await queue.work([gated], context)
    await queue.add(gated, { id: 'first' })
    await queue.add(gated, { id: 'second' })
    await vi.waitFor(() => expect(context.begun).toEqual(['first']))
    await workers.stop()
    expect(context.ended).toEqual(['first'])
    expect(context.begun).toEqual(['first'])
    expect(await queue.counts()).toEqual({ ...idle, waiting: 1 })
  })

  test('stopping gives up on a job that does not end', async () => {
    const queue = await open()
    const { context, door } = gatedContext()
    const workers = await queue.work([gated], context, { stopMs: 300 })
    await queue.add(gated, { id: 'endless' })
    await vi.waitFor(() => expect(context.begun).toHaveLength(1))
    await workers.stop()
    expect(queue.events()).toContain('queue.stopped-with-running-jobs')
    door.open()
  })

  test('the job of a worker that vanished is run by another', async () => {
    const [lost, other] = [await open(), await open()]
    const { context } = gatedContext()
    await lost.work([gated], context, { lockMs: 1_000, stopMs: 1 })
    await lost.add(gated, { id: 'x' }, { dedupe: 'x' })
    await vi.waitFor(() => expect(context.begun).toHaveLength(1))
    await lost.close()
    const second: Gated = { begun: [], ended: [], wait: async () => {} }
    await other.work([gated], second, { lockMs: 1_000 })
    await vi.waitFor(() => expect(second.ended).toEqual(['x']), { timeout: 10_000 })
    await expect.poll(() => other.counts()).toEqual(idle)
    expect(context.ended).toEqual([])
  })

  test('a flush in the middle of a run empties everything, keys of waiting jobs too, and work goes on', async () => {
    const [web, worker] = [await open(), await open()]
    const { context, door } = gatedContext()
    const seen: string[] = []
    await worker.work([gated, note], { ...context, seen })
    for (const id of ['running', 'waiting']) await web.add(gated, { id }, { dedupe: id })
    await web.add(note, { id: 'later' }, { dedupe: 'later', delayMs: 60_000 })
    await vi.waitFor(() => expect(context.begun).toEqual(['running']))
    await web.flush()
    expect(await web.counts()).toEqual(idle)
    door.open()
    await vi.waitFor(() => expect(context.ended).toEqual(['running']))
    for (const id of ['running', 'waiting']) await web.add(gated, { id }, { dedupe: id })
    await web.add(note, { id: 'later' }, { dedupe: 'later' })
    await vi.waitFor(() => expect(context.ended).toEqual(['running', 'running', 'waiting']), { timeout: 10_000 })
    await vi.waitFor(() => expect(seen).toEqual(['later']))
    await expect.poll(() => web.counts()).toEqual(idle)
  })

  test('flushing from several processes at once empties the queue and leaves it usable', async () => {
    const queues = await Promise.all(Array.from({ length: 4 }, () => open()))
    const [queue] = queues as [(typeof queues)[0]]
    await Promise.all(Array.from({ length: 50 }, (_, at) => queue.add(note, { id: `${at}` })))
    await Promise.all(queues.map((each) => each.flush()))
    expect(await queue.counts()).toEqual(idle)
    const seen: string[] = []
    await queue.work([note], { seen })
    await queue.add(note, { id: 'after' })
    await vi.waitFor(() => expect(seen).toEqual(['after']))
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

import { describe, expect, test, vi } from 'vitest'
import { defineJob } from './define-job.ts'
import { Data, type Gated, gated, gatedContext, idle, note } from './jobs.fixture.ts'
import { BACK_ENDS, gate, useQueues } from './queue.fixture.ts'

describe.each(BACK_ENDS)('workers on %s', (backEnd) => {
  const open = useQueues(backEnd)

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
})

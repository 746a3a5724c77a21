/** What an installation lives through: a store that dies in the middle of work and comes back. */
import postgres from 'postgres'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createQueue, type Queue } from './client.ts'
import { defineJob } from './define-job.ts'
import { watchOutage } from './outage.ts'
import { openPostgresStore } from './postgres-store.ts'
import { type BackEnd, readableLog, useStores } from './queue.fixture.ts'

type Seen = { seen: string[] }
const note = defineJob({
  name: 'test.note',
  schema: z.object({ id: z.string() }),
  run: async ({ seen }: Seen, { id }) => {
    seen.push(id)
  },
})
const sweep = defineJob({
  name: 'test.sweep',
  schema: z.object({}),
  run: async ({ seen }: Seen) => {
    seen.push('sweep')
  },
})

async function running(stores: { databaseUrl: string; redisUrl?: string }) {
  const log = readableLog()
  const queue = await createQueue({ ...stores, log: log.logger })
  const seen: string[] = []
  await queue.work([note, sweep], { seen })
  await queue.every(sweep, {}, 500)
  await vi.waitFor(() => expect(seen).toContain('sweep'))
  return { queue, seen, log }
}

async function worksAgain(queue: Queue, seen: string[]): Promise<void> {
  await vi.waitFor(() => queue.ready(), { timeout: 20_000 })
  const sweeps = seen.filter((id) => id === 'sweep').length
  await queue.add(note, { id: 'after' })
  await vi.waitFor(() => expect(seen).toContain('after'), { timeout: 20_000 })
  await vi.waitFor(() => expect(seen.filter((id) => id === 'sweep').length).toBeGreaterThan(sweeps + 2), {
    timeout: 20_000,
  })
}

function saidOnce(events: string[], event: string): void {
  expect(events.filter((each) => each === event)).toEqual([event])
}

describe('when Redis dies', () => {
  const stores = useStores('Redis' satisfies BackEnd)

  test('adding neither fails nor hangs, the outage is logged once, and work and sweep come back with Redis', async () => {
    const { queue, seen, log } = await running(stores())
    const redis = stores().redis!
    await redis.kill()
    const began = performance.now()
    await Promise.all(Array.from({ length: 10 }, (_, at) => queue.add(note, { id: `lost-${at}` })))
    expect(performance.now() - began).toBeLessThan(3_500)
    await expect(queue.ready()).rejects.toThrow()
    await redis.start()
    await worksAgain(queue, seen)
    await queue.close()
    saidOnce(log.events(), 'queue.connection-lost')
    saidOnce(log.events(), 'queue.connection-restored')
    expect(log.events()).not.toContain('queue.store-error')
  })

  test('a worker stops in time while Redis is away', async () => {
    const { queue } = await running(stores())
    await stores().redis!.kill()
    const began = performance.now()
    await queue.close()
    expect(performance.now() - began).toBeLessThan(4_000)
    await stores().redis!.start()
  })
})

describe('when PostgreSQL ends every connection', () => {
  const stores = useStores('PostgreSQL' satisfies BackEnd)

  async function endConnections(): Promise<number> {
    const admin = postgres(stores().databaseUrl, { max: 1 })
    const ended = await admin`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`
    await admin.end()
    return ended.length
  }

  test('a process that holds the lock of a schedule lives on, and the lock is free', async () => {
    const store = await openPostgresStore(stores().databaseUrl, 'test', watchOutage(readableLog().logger, 'queue'))
    const holding = store.alone('key', async () => {
      await endConnections()
      await vi.waitFor(() => store.ping()) // by now the lost connections have told
    })
    await expect(holding).rejects.toThrow()
    let again = false
    await store.alone('key', async () => {
      again = true
    })
    expect(again).toBe(true)
    await store.close()
  })

  test('work and sweep go on over new ones, and the outage is logged once', async () => {
    const { queue, seen, log } = await running(stores())
    expect(await endConnections()).toBeGreaterThan(1)
    await worksAgain(queue, seen)
    await queue.close()
    saidOnce(log.events(), 'queue.connection-lost')
    expect(log.events()).not.toContain('queue.store-error')
  })
})

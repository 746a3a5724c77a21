/** For the tests of this folder: the same behaviours on both back ends, and queues that are closed when a test ends. */
import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { startRedis, type TestRedis } from '../test/redis.ts'
import { createQueue, type Queue } from './client.ts'

export const BACK_ENDS = ['PostgreSQL', 'Redis'] as const
export type BackEnd = (typeof BACK_ENDS)[number]

export type Stores = { databaseUrl: string; redisUrl?: string; redis?: TestRedis }

/** Call inside a describe: `open()` is one more process-like queue on the same store. */
export function useQueues(backEnd: BackEnd) {
  const stores = useStores(backEnd)
  const opened: Queue[] = []
  let test = 0
  beforeEach(() => {
    test++ // its own prefix: what one test leaves behind is not seen by the next
  })
  afterEach(() => Promise.all(opened.splice(0).map((queue) => queue.close())))
  return async function open(log = readableLog()): Promise<Queue & { events: () => string[] }> {
    const queue = await createQueue({ ...stores(), log: log.logger, prefix: `test-${test}` })
    opened.push(queue)
    return { ...queue, events: log.events }
  }
}

export function useStores(backEnd: BackEnd): () => Stores {
  let database: TestDatabase
  let redis: TestRedis | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    if (backEnd === 'Redis') redis = await startRedis()
  })
  afterAll(async () => {
    await redis?.stop()
    await database.drop()
  })
  // On Redis the database must not be needed at all, hence no URL that works.
  return () =>
    redis ? { databaseUrl: 'postgres://127.0.0.1:1/none', redisUrl: redis.url, redis } : { databaseUrl: database.url }
}

/** A log whose event names and whole text a test can read. */
export function readableLog() {
  const stream = new PassThrough()
  let text = ''
  stream.on('data', (chunk) => {
    text += chunk
  })
  const lines = () => text.split('\n').filter(Boolean)
  return {
    logger: pino({ level: 'debug' }, stream),
    text: () => text,
    events: () => lines().map((line) => JSON.parse(line).msg as string),
  }
}

/** A promise and the function that settles it. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

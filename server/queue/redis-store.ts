/**
 * BullMQ on Redis or Valkey. Two kinds of connection: the one that adds gives up after one retry, so that no request
 * waits for a dead Redis; the ones of workers wait for ever (`maxRetriesPerRequest: null`, which BullMQ demands).
 */
import { Queue, Worker } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import { withDeadline } from './deadline.ts'
import { codeOf, type Outage } from './outage.ts'
import { QUEUE_OPTIONS, type Store, WORKER_OPTIONS } from './store.ts'

const CONNECT_MS = 5_000

/** Rejects (without naming the URL, which may hold a password) when Redis does not answer within 5 s. */
export async function openRedisStore(url: string, prefix: string, outage: Outage): Promise<Store> {
  const adding = connect(url, { maxRetriesPerRequest: 1 }, outage)
  try {
    await withDeadline(adding.connect(), CONNECT_MS, 'connecting to Redis')
  } catch (error) {
    adding.disconnect()
    throw new Error(`the queue's Redis cannot be reached (${codeOf(error)})`)
  }

  /** BullMQ's keys are `bull:<queue>:<part>`. */
  async function keys(pattern: string): Promise<string[]> {
    const found = new Set<string>()
    let cursor = '0'
    do {
      const [next, page] = await adding.scan(cursor, 'MATCH', pattern, 'COUNT', 1_000)
      for (const key of page) found.add(key)
      cursor = next
    } while (cursor !== '0')
    return [...found]
  }

  return {
    openQueue: (name) => new Queue(name, { ...QUEUE_OPTIONS, connection: adding }),
    openWorkers() {
      const working = connect(url, { maxRetriesPerRequest: null }, outage)
      working.connect().catch(() => {}) // it keeps trying, and the outage is told by its error event
      return {
        createWorker: (name, process, concurrency) =>
          new Worker(name, (job) => process(job), { ...WORKER_OPTIONS, concurrency, connection: working }),
        async close() {
          working.disconnect()
        },
      }
    },
    async queueNames() {
      const names = (await keys(`bull:${prefix}.*:*`)).map((key) => key.split(':')[1]!)
      return [...new Set(names)]
    },
    async clear() {
      const all = await keys(`bull:${prefix}.*`)
      for (let at = 0; at < all.length; at += 500) await adding.unlink(all.slice(at, at + 500))
    },
    async ping() {
      await adding.ping()
    },
    alone: (_key, act) => act(), // BullMQ's scripts are atomic on Redis
    async close() {
      adding.disconnect()
    },
  }
}

function connect(url: string, options: RedisOptions, outage: Outage): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    ...options,
  })
  client.on('error', outage.failed)
  client.on('ready', outage.restored)
  client.setMaxListeners(0) // each queue and worker on it listens
  return client
}

/**
 * BullMQ on Redis or Valkey. Two kinds of connection: the one that adds gives up after one retry, so that no request
 * waits for a dead Redis; the ones of workers wait for ever (`maxRetriesPerRequest: null`, which BullMQ demands).
 */
import { Queue, Worker } from 'bullmq'
import { withDeadline } from './deadline.ts'
import { codeOf, type Outage } from './outage.ts'
import { CONNECT_MS, redisConnection } from './redis-connection.ts'
import { QUEUE_OPTIONS, type Store, workerOptions } from './store.ts'

/**
 * BullMQ would ask for the version before the first command and remember a failure for good, so a queue first used
 * while Redis is away would stay broken. The workers check the version.
 */
const AT_ONCE = { skipWaitingForReady: true, skipVersionCheck: true }

/** Rejects (without naming the URL, which may hold a password) when Redis does not answer within 5 s. */
export async function openRedisStore(url: string, prefix: string, outage: Outage): Promise<Store> {
  const adding = redisConnection(url, outage, { maxRetriesPerRequest: 1 })
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
    openQueue: (name) => new Queue(name, { ...QUEUE_OPTIONS, ...AT_ONCE, connection: adding }),
    openWorkers() {
      const working = redisConnection(url, outage, { maxRetriesPerRequest: null })
      working.connect().catch(() => {}) // it keeps trying, and the outage is told by its error event
      return {
        createWorker: (name, process, { concurrency, lockMs }) =>
          new Worker(name, (job) => process(job), { ...workerOptions(lockMs), concurrency, connection: working }),
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

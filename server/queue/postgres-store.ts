/** BullMQ on PostgreSQL, in its own schema `bullmq`. */
import { type BackendFactory, type PostgresConnectionOptions, PostgresQueueBackend, Queue, Worker } from 'bullmq'
import type pg from 'pg'
import type { Outage } from './outage.ts'
import { migrateQueue, QUEUE_SCHEMA, shareConnection } from './postgres-connection.ts'
import { LONGEST_WAIT_S, QUEUE_OPTIONS, type Store, type StoredQueue, workerOptions } from './store.ts'

/** Brings BullMQ's schema up to date and connects; rejects, without naming the URL, when that cannot be done. */
export async function openPostgresStore(url: string, prefix: string, outage: Outage): Promise<Store> {
  await migrateQueue(url)
  const config = {
    connectionString: url,
    schema: QUEUE_SCHEMA,
    application_name: 'phieu-queue',
    max: 4,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
  }
  const { connection, end } = await shareConnection(config, outage)
  const { pool } = connection
  const factory: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (name, options) => {
    const backend = new PostgresQueueBackend(connection, name, options, true)
    Object.defineProperty(backend, 'maximumBlockTimeout', { value: LONGEST_WAIT_S })
    return backend
  }
  const openQueue = (name: string) => new Queue(name, { ...QUEUE_OPTIONS, connection: config }, factory)

  async function queueNames(): Promise<string[]> {
    const { rows } = await pool.query<{ queue: string }>(
      `SELECT queue FROM (
         SELECT queue FROM job UNION SELECT queue FROM scheduler UNION SELECT queue FROM dedup UNION SELECT queue FROM meta
       ) AS known WHERE starts_with(queue, $1)`,
      [`${prefix}.`],
    )
    return rows.map((row) => row.queue)
  }

  /** One at a time in this process: each holds a connection of the pool while `act` needs another. */
  let turn = Promise.resolve()

  return {
    openQueue,
    openWorkers: () => ({
      createWorker: (name, process, { concurrency, lockMs }) =>
        new Worker(name, (job) => process(job), { ...workerOptions(lockMs), concurrency, connection: config }, factory),
      async close() {},
    }),
    queueNames,
    async clear(open) {
      for (const name of await queueNames()) await obliterate(open(name))
    },
    async ping() {
      await pool.query('SELECT 1')
    },
    alone(key, act) {
      const mine = turn.then(() => locked(key, act))
      turn = mine.catch(() => {})
      return mine
    },
    close: end,
  }

  async function locked(key: string, act: () => Promise<void>): Promise<void> {
    const client = await (pool as unknown as pg.Pool).connect()
    const lost = () => {} // a client nobody listens to would end the process when its server goes
    client.on('error', lost)
    try {
      await client.query('BEGIN')
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [QUEUE_SCHEMA, key])
      await act()
      await client.query('COMMIT')
      client.removeListener('error', lost)
      client.release()
    } catch (error) {
      client.release(true) // ends the session, and with it the transaction and the lock
      throw error
    }
  }
}

/** Another process that empties the same queue at the same moment makes BullMQ refuse; then it is asked again. */
async function obliterate(queue: StoredQueue): Promise<void> {
  try {
    await queue.obliterate({ force: true })
  } catch (error) {
    if (!String(error).includes('non-paused')) throw error
    await obliterate(queue)
  }
}

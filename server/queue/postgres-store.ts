/**
 * BullMQ on PostgreSQL, in its own schema `bullmq`. Every queue and worker of the process shares one small pool and one
 * LISTEN connection: BullMQ by itself would open a pool and a listener for each, and PostgreSQL's connections are few.
 */
import {
  type BackendFactory,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq'
import pg from 'pg'
import { codeOf, type Outage } from './outage.ts'
import { QUEUE_OPTIONS, type Store, workerOptions } from './store.ts'

const SCHEMA = 'bullmq'
/** A missed notification is made good by looking again; BullMQ would wait up to an hour. */
const LONGEST_WAIT_S = 5

/** Applies BullMQ's migrations (under its own advisory lock, so any number of processes may start at once). */
export async function openPostgresStore(url: string, prefix: string, outage: Outage): Promise<Store> {
  await migrateQueue(url)
  const config = {
    connectionString: url,
    schema: SCHEMA,
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
    async clear() {
      for (const name of await queueNames()) await openQueue(name).obliterate({ force: true })
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
    try {
      await client.query('BEGIN')
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [SCHEMA, key])
      await act()
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      client.release(true) // ends the session, and with it the transaction and the lock
      throw error
    }
  }
}

async function migrateQueue(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'phieu-queue',
  })
  client.on('error', () => {}) // the pending query rejects as well
  try {
    await client.connect()
    await runMigrations(client, SCHEMA)
  } catch (error) {
    throw new Error(`the queue's PostgreSQL cannot be reached or migrated (${codeOf(error)})`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** One connection for all back ends: closing one of them must not end it, so `end` alone does. */
async function shareConnection(config: PostgresConnectionOptions, outage: Outage) {
  const connection = new PostgresConnection(config)
  connection.setMaxListeners(0)
  connection.on('error', outage.failed)
  ;(connection.pool as unknown as pg.Pool).on('connect', outage.restored)
  const end = connection.close.bind(connection)
  connection.close = async () => {}
  const listen = connection.getListenClient.bind(connection)
  connection.getListenClient = async () => {
    const client = await listen()
    ;(client as unknown as pg.Client).setMaxListeners(0) // one for each waiting worker
    return client
  }
  try {
    await connection.waitUntilReady() // remembered, so a first failure would stay for good
  } catch (error) {
    await end()
    throw new Error(`the queue's PostgreSQL cannot be reached (${codeOf(error)})`)
  }
  return { connection, end }
}

/**
 * One PostgreSQL connection for all of BullMQ in this process: a small pool and a single LISTEN. By itself BullMQ opens
 * both for every queue and every worker, and PostgreSQL's connections are few.
 */
import { PostgresConnection, type PostgresConnectionOptions, runMigrations } from 'bullmq'
import pg from 'pg'
import { codeOf, type Outage } from './outage.ts'

export const QUEUE_SCHEMA = 'bullmq'

type PgListenClient = Awaited<ReturnType<PostgresConnection['getListenClient']>>

/** Applies BullMQ's migrations, under its own advisory lock: any number of processes may start at once. */
export async function migrateQueue(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 15_000,
    application_name: 'phieu-queue',
  })
  client.on('error', () => {}) // the pending query rejects as well
  try {
    await client.connect()
    await runMigrations(client, QUEUE_SCHEMA)
  } catch (error) {
    throw new Error(`the queue's PostgreSQL cannot be reached or migrated (${codeOf(error)})`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** One connection for all back ends: closing one of them must not end it, so `end` alone does. */
export async function shareConnection(config: PostgresConnectionOptions, outage: Outage) {
  const connection = new PostgresConnection(config)
  connection.setMaxListeners(0)
  connection.on('error', outage.failed)
  ;(connection.pool as unknown as pg.Pool).on('connect', outage.restored)
  const end = connection.close.bind(connection)
  connection.close = async () => {}
  const listen = connection.getListenClient.bind(connection)
  let known: PgListenClient | undefined
  connection.getListenClient = async () => {
    const client = await listen()
    if (client !== known) makeShareable(client)
    known = client
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

/** Every worker waits on it, and says LISTEN on it when it likes; pg wants one statement after the other. */
function makeShareable(client: PgListenClient): void {
  ;(client as unknown as pg.Client).setMaxListeners(0)
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<never>
  let turn: Promise<unknown> = Promise.resolve()
  client.query = (...args: unknown[]) => {
    const mine = turn.then(() => query(...args))
    turn = mine.catch(() => {})
    return mine
  }
}

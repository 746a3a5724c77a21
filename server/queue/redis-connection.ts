/** One way to connect to Redis or Valkey, for jobs and for live changes. */
import { Redis, type RedisOptions } from 'ioredis'
import type { Outage } from './outage.ts'

export const CONNECT_MS = 5_000

/**
 * Not connected yet: call `connect()`. Reconnects for ever, at most a second apart. `maxRetriesPerRequest` decides what
 * a command does meanwhile: null waits, 1 rejects soon.
 */
export function redisConnection(url: string, outage: Outage, options: RedisOptions): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    ...options,
  })
  client.on('error', outage.failed)
  // A server that is back at once makes no error, but whatever it held in memory may be gone.
  client.on('reconnecting', () => outage.failed({ code: 'ECONNRESET' }))
  client.on('ready', outage.restored)
  client.setMaxListeners(0) // each queue and worker on it listens
  return client
}

/** Redis pub/sub: one connection that listens (it can do nothing else) and one that sends. */
import { type Bus, type BusOptions, SEND_MS } from './bus.ts'
import { withDeadline } from './deadline.ts'
import { codeOf } from './outage.ts'
import { CONNECT_MS, redisConnection } from './redis-connection.ts'

/** Resolves when texts are being heard; rejects, without naming the URL, when Redis cannot be reached. */
export async function openRedisBus({ url, channel, outage, onText, onGap }: BusOptions): Promise<Bus> {
  const sending = redisConnection(url, outage, { maxRetriesPerRequest: 1 })
  const listening = redisConnection(url, outage, { maxRetriesPerRequest: null, autoResubscribe: false })
  listening.on('message', (_channel, text) => onText(text))

  try {
    await withDeadline(Promise.all([sending.connect(), listening.connect()]), CONNECT_MS, 'connecting to Redis')
    await withDeadline(listening.subscribe(channel), CONNECT_MS, 'subscribing')
  } catch (error) {
    sending.disconnect()
    listening.disconnect()
    throw new Error(`the Redis of live changes cannot be reached (${codeOf(error)})`)
  }
  // Subscribing by hand rather than by ioredis tells when it holds: a gap announced before that could be filled too early.
  listening.on('ready', () => {
    listening.subscribe(channel).then(onGap, outage.failed)
  })

  return {
    async send(text) {
      await withDeadline(sending.publish(channel, text), SEND_MS, 'publishing a change')
    },
    async close() {
      sending.disconnect()
      listening.disconnect()
    },
  }
}

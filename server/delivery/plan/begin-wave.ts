/** Begins a planned wave: its audience becomes rows, in the caller's transaction, unless they are rows already. */
import type { ChannelName } from '../../channels/channel.ts'
import type { Tx } from '../../db/client.ts'
import { insertDeliveries, setWaveState, type Wave } from '../wave-queries.ts'
import { beginWaveNow } from './queries.ts'

/** A wave that begins so soon keeps the moment that was planned. A later one takes its own: other waves stand apart from that. */
const ON_TIME_MS = 60_000

/** The wave must be locked and planned or overdue. Returns how many messages its audience got now (null: they were rows before). */
export async function beginWave(tx: Tx, wave: Wave, now: Date): Promise<number | null> {
  await setWaveState(tx, wave.id, 'running')
  const lateMs = now.getTime() - wave.startsAt.getTime()
  await beginWaveNow(tx, wave.id, lateMs >= 0 && lateMs <= ON_TIME_MS ? wave.startsAt : now)
  if (wave.frozenAt) return null
  const channels = wave.channels as ChannelName[]
  const { email, zalo } = await insertDeliveries(tx, { ...wave, channels, startsAt: now, now }, now)
  return email + zalo
}

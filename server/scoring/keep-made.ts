/**
 * The last thing made of each campaign's counts. Consoles and programs ask far more often than something is counted, and
 * making takes tens of milliseconds of processor time, while asking whether it still holds takes one query. Only a copy of
 * what the database says.
 */
import type { Db } from '../db/client.ts'

const MOST = 20

/**
 * The function that keeps one kind of thing. `state` must change whenever the thing would: `make` runs when it has, and
 * whoever asks meanwhile waits for that one.
 */
export function createKept<Made>() {
  const kept = new WeakMap<Db, Map<string, { state: string; made: Promise<Made> }>>()

  return (db: Db, campaignId: string, state: string, make: () => Promise<Made>): Promise<Made> => {
    const campaigns = kept.get(db) ?? new Map<string, { state: string; made: Promise<Made> }>()
    kept.set(db, campaigns)
    const known = campaigns.get(campaignId)
    if (known?.state === state) return known.made
    const made = make()
    campaigns.delete(campaignId)
    campaigns.set(campaignId, { state, made })
    made.catch(() => {
      if (campaigns.get(campaignId)?.made === made) campaigns.delete(campaignId)
    })
    const [oldest] = campaigns.keys()
    if (campaigns.size > MOST && oldest !== undefined) campaigns.delete(oldest)
    return made
  }
}

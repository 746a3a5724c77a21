/**
 * Zalo's tokens for all processes. The refresh token is single-use, so one process at a time spends it, under a lock in
 * the database, and the new pair is committed before anybody uses it; whoever waited finds the new pair and refreshes nothing.
 */
import type { ZaloAccess, ZaloTokens } from '../../channels/zalo-call.ts'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { Db } from '../../db/client.ts'
import { type Secrets, sha256 } from '../../secrets.ts'
import { type Refreshed, refreshZaloToken } from './refresh-token.ts'
import { findZaloTokens, lockZaloTokens, saveZaloTokens, type ZaloTokenRow } from './token-queries.ts'

/** A token is taken for stale this long before Zalo says so, so that none runs out on its way. */
const MARGIN_MS = 5 * 60_000

/** `seed`: hash of the ZALO_REFRESH_TOKEN that the chain began with; another one in the environment begins a new chain. */
type Pair = { accessToken: string; refreshToken: string; seed: string }
type Known = Pair & { generation: number; expiresAt: Date }

export function zaloTokenStore(db: Db, secrets: Secrets, zalo: ZaloConfig, clock: Clock): ZaloTokens {
  const seed = zalo.refreshToken ? sha256(zalo.refreshToken).toString('base64url') : ''
  let cached: Known | undefined
  let renewing: Promise<ZaloAccess> | undefined

  function open(row: ZaloTokenRow | undefined): Known | undefined {
    if (!row) return undefined
    const pair: Pair = JSON.parse(secrets.open('zalo-tokens', row.appId, row.sealedPair).toString('utf8'))
    if (seed && pair.seed !== seed) return undefined
    return { ...pair, generation: row.generation, expiresAt: row.expiresAt }
  }

  const fresh = (known: Known | undefined): known is Known => !!known && known.expiresAt > clock.now()
  const access = ({ accessToken, generation }: Known): ZaloAccess => ({ ok: true, accessToken, generation })

  /** Under the lock: the pair that somebody else renewed meanwhile, or a new one. `stale` is the generation that must not be used. */
  async function renewLocked(stale: number): Promise<Known | Extract<Refreshed, { ok: false }>> {
    return db.transaction(async (tx) => {
      await lockZaloTokens(tx, zalo.appId)
      const row = await findZaloTokens(tx, zalo.appId)
      const known = open(row)
      if (fresh(known) && known.generation > stale) return known
      const refreshToken = known?.refreshToken ?? zalo.refreshToken
      if (!refreshToken) return { ok: false, failure: 'zalo-token-missing', person: true }
      const refreshed = await refreshZaloToken(zalo, refreshToken)
      if (!refreshed.ok) return refreshed
      const pair: Pair = {
        accessToken: refreshed.accessToken,
        refreshToken: refreshed.refreshToken,
        seed: seed || known?.seed || '',
      }
      const generation = (row?.generation ?? 0) + 1
      const expiresAt = new Date(clock.now().getTime() + Math.max(refreshed.lifeMs - MARGIN_MS, refreshed.lifeMs / 2))
      const sealedPair = secrets.seal('zalo-tokens', zalo.appId, Buffer.from(JSON.stringify(pair)))
      await saveZaloTokens(tx, { appId: zalo.appId, sealedPair, expiresAt, generation, refreshedAt: clock.now() })
      return { ...pair, generation, expiresAt }
    })
  }

  /** Within one process everybody waits for one renewal, so that the lock never holds more than one of the pool's connections. */
  async function renew(stale: number): Promise<ZaloAccess> {
    if (fresh(cached) && cached.generation > stale) return access(cached)
    renewing ??= renewLocked(stale)
      .then((renewed): ZaloAccess => {
        if ('ok' in renewed) return renewed
        cached = renewed
        return access(renewed)
      })
      .catch((): ZaloAccess => ({ ok: false, failure: 'zalo-token-unreadable', person: false }))
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }

  return {
    async current() {
      if (fresh(cached)) return access(cached)
      const stored = await findZaloTokens(db, zalo.appId)
        .then(open)
        .catch(() => undefined)
      if (!fresh(stored)) return renew(-1)
      cached = stored
      return access(stored)
    },
    renew,
  }
}

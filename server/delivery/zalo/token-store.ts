/**
 * Zalo's tokens for all processes. The refresh token is single-use, so one process at a time spends it, under a lock in
 * the database, and the new pair is committed before anybody uses it; whoever waited finds the new pair and refreshes nothing.
 * That a token is being spent is committed first, so that a death between Zalo's answer and our commit shows.
 */
import type { ZaloAccess, ZaloTokens } from '../../channels/zalo-call.ts'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { Db } from '../../db/client.ts'
import type { Secrets } from '../../secrets.ts'
import { setNeedsPerson } from '../channel-queries.ts'
import { sendingHeld } from '../hold/queries.ts'
import { type Refreshed, refreshZaloToken } from './refresh-token.ts'
import {
  NO_CHAIN,
  openChain,
  type StoredChain,
  sealChain,
  seedOf,
  wasTried,
  withoutSpending,
  withSeeds,
} from './token-chain.ts'
import { endTokenTrouble, findTokenTrouble, findZaloTokens, lockZaloTokens, saveZaloTokens } from './token-queries.ts'

/** A token is taken for stale this long before Zalo says so, so that none runs out on its way. */
const MARGIN_MS = 5 * 60_000
/** Zalo has ten seconds to answer. Whoever holds the answer of a spending younger than this may still write it down. */
const SPENDING_MS = 15_000
/** The refresh token dies after three months. */
const IDLE_MS = 14 * 86_400_000

export type ZaloTokenStore = ZaloTokens & {
  /** Renews what would die unused, begins a chain that nobody has used yet, and looks after a spending that was cut off. */
  keepAlive(): Promise<'kept' | 'renewed' | 'failed'>
  /** Begins a new chain with a token that a person gives. When Zalo is away the token is kept and tried again. */
  begin(refreshToken: string): Promise<Renewed>
}

export type Failure = Extract<Refreshed, { ok: false }>
export type Renewed = StoredChain | Failure
type Unsaved = { chain: StoredChain; spent: string }

export function zaloTokenStore(db: Db, secrets: Secrets, zalo: ZaloConfig, clock: Clock): ZaloTokenStore {
  const own = zalo.refreshToken
  let cached: StoredChain | undefined
  let renewing: Promise<ZaloAccess> | undefined
  /** What Zalo gave and the database would not take: kept here, because it cannot be had twice. */
  let unsaved: Unsaved | undefined

  const fresh = (chain: StoredChain | undefined): chain is StoredChain => !!chain && chain.expiresAt > clock.now()
  const access = ({ accessToken, generation }: StoredChain): ZaloAccess => ({ ok: true, accessToken, generation })
  /** Whether the chain is the one that the environment's token belongs to. */
  const isCurrent = ({ seeds }: StoredChain): boolean => !own || seeds.includes(seedOf(own))
  const save = (to: Parameters<typeof saveZaloTokens>[0], chain: StoredChain) =>
    saveZaloTokens(to, sealChain(secrets, zalo.appId, chain))

  async function findChain(from: Parameters<typeof findZaloTokens>[0] = db): Promise<StoredChain | undefined> {
    const row = await findZaloTokens(from, zalo.appId)
    return row && openChain(secrets, row)
  }

  /** Under the lock: the pair that somebody else renewed meanwhile, or a new one. `stale` is the generation that must not be used. */
  async function renewLocked(stale: number, given?: string): Promise<Renewed> {
    return db.transaction(async (tx) => {
      await lockZaloTokens(tx, zalo.appId)
      const stored = await findChain(tx)
      const current = stored && isCurrent(stored) ? stored : undefined
      if (!given && fresh(current) && current.generation > stale) return current
      // A database that may be a copy would spend a token that is another's.
      if (!given && (await sendingHeld(tx))) return { ok: false, failure: 'sending-held', person: false }

      const left = stored?.spending
      if (unsaved && left?.token === unsaved.spent && unsaved.chain.generation === stored!.generation + 1) {
        await save(tx, unsaved.chain)
        return unsaved.chain
      }
      const token = given ?? tokenToSpend(stored, current)
      if (!token) return { ok: false, failure: 'zalo-token-missing', person: true }
      const interrupted = left?.token === token
      if (interrupted && clock.now().getTime() - Date.parse(left.since) < SPENDING_MS)
        return { ok: false, failure: 'zalo-token-being-renewed', person: false }

      const before = stored ?? NO_CHAIN
      // On a connection of its own: it must stand whatever becomes of this transaction.
      await save(db, { ...before, spending: { token, since: clock.now().toISOString() } })
      const refreshed = await refreshZaloToken(zalo, token)
      if (refreshed.ok) {
        unsaved = { spent: token, chain: nextChain(before, token, refreshed) }
        await save(tx, unsaved.chain)
        return unsaved.chain
      }
      // Spent by somebody who could not write the answer down: that much stays known.
      if (refreshed.person && interrupted) return { ...refreshed, failure: 'zalo-token-lost' }
      if (refreshed.person) await save(tx, { ...withoutSpending(before), refused: seedOf(token) })
      // A token that a person gave waits for Zalo; the chain's own is as good as before when Zalo never saw it.
      else if (!refreshed.spent && !given && !interrupted) await save(tx, withoutSpending(before))
      return refreshed
    })
  }

  /** A new token in the environment comes first: it is how a person mends a chain that broke. */
  function tokenToSpend(stored: StoredChain | undefined, current: StoredChain | undefined): string | undefined {
    const { spending, refreshToken } = stored ?? NO_CHAIN
    if (own && !current) return own
    return spending?.token || refreshToken || own
  }

  function nextChain(before: StoredChain, spent: string, pair: Extract<Refreshed, { ok: true }>): StoredChain {
    const now = clock.now()
    const begun = spent !== before.refreshToken
    return {
      accessToken: pair.accessToken,
      refreshToken: pair.refreshToken,
      seeds: begun ? withSeeds(before.seeds, own, spent) : before.seeds,
      generation: before.generation + 1,
      expiresAt: new Date(now.getTime() + Math.max(pair.lifeMs - MARGIN_MS, pair.lifeMs / 2)),
      refreshedAt: now,
    }
  }

  /** The result of a renewal, made visible: what a person must mend stands at the channel until it is mended. */
  async function announce(renewed: Renewed): Promise<Renewed> {
    if (!('ok' in renewed)) {
      cached = renewed
      unsaved = undefined
      await endTokenTrouble(db)
    } else if (renewed.person) {
      await setNeedsPerson(db, 'zalo', renewed.failure)
    }
    return renewed
  }

  /** Within one process everybody waits for one renewal, so that the lock never holds more than two of the pool's connections. */
  async function renew(stale: number): Promise<ZaloAccess> {
    if (fresh(cached) && cached.generation > stale) return access(cached)
    renewing ??= renewLocked(stale)
      .then(announce)
      .then((renewed): ZaloAccess => ('ok' in renewed ? renewed : access(renewed)))
      .catch((): ZaloAccess => ({ ok: false, failure: 'zalo-token-unreadable', person: false }))
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }

  return {
    async current() {
      if (fresh(cached)) return access(cached)
      const stored = await findChain().catch(() => undefined)
      if (!fresh(stored) || !isCurrent(stored)) return renew(-1)
      cached = stored
      return access(stored)
    },
    renew,
    async keepAlive() {
      const stored = await findChain()
      const current = stored && isCurrent(stored) ? stored : undefined
      const idle = !current || clock.now().getTime() - current.refreshedAt.getTime() > IDLE_MS
      if (!idle && !current.spending) return 'kept'
      // A token that Zalo has refused is not offered again and again; a new one in the environment is.
      const known = current || (stored && own && wasTried(stored, own))
      if (known && (await findTokenTrouble(db))) return 'failed'
      const { ok } = await renew(current?.generation ?? -1)
      return ok ? 'renewed' : 'failed'
    },
    /** That this token is refused is told to who gave it; an earlier chain may work all the same. */
    begin: (refreshToken) => renewLocked(-1, refreshToken).then((begun) => ('ok' in begun ? begun : announce(begun))),
  }
}

/**
 * The picture of a large campaign, kept for a moment. Of 100,000 people it takes over a second to make, and while messages
 * go out and answers come in it is never the same twice: an officer who leafs through the pages need not wait for each.
 */
import type { Deps } from '../../deps.ts'
import { findLastAct } from './funnel-queries.ts'
import { readFunnel } from './read-funnel.ts'
import type { FunnelView } from './schemas.ts'

/** What takes less is made anew each time. */
const WORTH_KEEPING_MS = 150
/** After this the next call has a new one made, and does not wait for it. */
const FRESH_MS = 5_000
/** After this a call waits for a new one. */
const KEPT_MS = 60_000
const MOST_KEPT = 20

type Kept<View> = { view: View; act: string; madeAt: number }

export type KeeperParts<View> = {
  /** Makes the picture of a campaign as it stands. */
  make(code: string): Promise<View>
  /** Another answer than before: somebody did something in the campaign, so that what is kept must not be shown. */
  lastAct(code: string): Promise<string>
  /** Milliseconds that only grow. */
  now(): number
  /** A picture that nobody waits for could not be made. */
  onFailure(error: unknown): void
}

/** The kept funnel of `readFunnel`; throws campaign-unknown (404). */
export const createFunnelKeeper = (deps: Pick<Deps, 'db' | 'log'>): ((code: string) => Promise<FunnelView>) =>
  createKeeper({
    make: (code) => readFunnel(deps, code),
    lastAct: (code) => findLastAct(deps.db, code),
    now: () => performance.now(),
    onFailure: (error) => deps.log.warn({ code: (error as { code?: string }).code }, 'funnel.read-failed'),
  })

/**
 * One picture of a campaign is being made at a time, and one that took long is shown again while it is fresh. What an
 * officer has just done is always in it.
 */
export function createKeeper<View>({ make, lastAct, now, onFailure }: KeeperParts<View>) {
  const kept = new Map<string, Kept<View>>()
  const making = new Map<string, { act: string; view: Promise<View> }>()

  async function makeAndKeep(code: string, act: string): Promise<View> {
    const began = now()
    const view = await make(code)
    const madeAt = now()
    kept.delete(code)
    if (madeAt - began > WORTH_KEEPING_MS) kept.set(code, { view, act, madeAt })
    const oldest = kept.keys().next().value
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return view
  }

  function makeOnce(code: string, act: string): Promise<View> {
    const under = making.get(code)
    if (under?.act === act) return under.view
    const view = makeAndKeep(code, act).finally(() => {
      if (making.get(code)?.view === view) making.delete(code)
    })
    making.set(code, { act, view })
    return view
  }

  return async (code: string): Promise<View> => {
    const act = await lastAct(code)
    const known = kept.get(code)
    const age = known ? now() - known.madeAt : Number.POSITIVE_INFINITY
    if (!known || known.act !== act || age > KEPT_MS) return makeOnce(code, act)
    if (age > FRESH_MS) makeOnce(code, act).catch(onFailure)
    return known.view
  }
}

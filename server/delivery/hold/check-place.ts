/**
 * Holds all sending when the database is not where it last sent, or time ran backwards or stood still for it: a clone
 * must not write to 1,574 people a second time (DESIGN promise 3). Only an administrator ends the hold (release-hold.ts).
 *
 * Called before any job runs, at the beginning of each sending and in the sweep: one query when all is well.
 */
import type { Db } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { newId } from '../../secrets.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { LATEST_MS } from '../plan/start-due-waves.ts'
import { type HoldReason, isBehind, judgePlace, type PlaceParts } from './judge-place.ts'
import {
  type Answers,
  beat,
  findAnswers,
  findInstallation,
  type Installation,
  isAnythingDue,
  recordPlace,
  setHold,
} from './queries.ts'
import { readSurroundings } from './surroundings.ts'

export type HoldDeps = Pick<Deps, 'config' | 'db' | 'clock' | 'log' | 'witness'>

/** A worker beats every fifteen seconds. A silence longer than this, with messages due, looks like an image that wakes up. */
const SLEPT_MS = 6 * 60 * 60_000

const known = new WeakMap<Db, Answers>()

/** What this server answers of its place; asked again after any failure. */
export async function answersOf(db: Db): Promise<Answers> {
  const answers = known.get(db) ?? (await findAnswers(db))
  known.set(db, answers)
  return answers
}

/** Why nothing may be sent, or null. The first check of an installation records its place. A database without a first start is left alone. */
export async function checkPlace(deps: HoldDeps): Promise<HoldReason | null> {
  return (await inspect(deps)).held
}

/** The same, and a sign of life when all is well; the delivery sweep calls it. */
export async function keepPlace(deps: HoldDeps): Promise<HoldReason | null> {
  const { held, installation, parts } = await inspect(deps)
  if (held || !installation) return held
  const seen = await beat(deps.db, await answersOf(deps.db), { parts, now: deps.clock.now() })
  // After the commit: a witness never knows more than the database does.
  if (seen) await deps.witness.note(witnessedAs(installation), seen)
  return null
}

type Inspection = { held: HoldReason | null; installation?: Installation; parts: PlaceParts }

async function inspect(deps: HoldDeps): Promise<Inspection> {
  const { db, clock } = deps
  const found = await find(db)
  if (!found) return { held: null, parts: {} }
  if (found.holdReason) return { held: found.holdReason as HoldReason, installation: found, parts: found.found }
  const parts = { ...found.found, ...(await readSurroundings(deps.config)) }
  if (!found.place) {
    await recordPlace(db, { parts, id: newId() })
    const recorded = await find(db)
    return { held: null, parts, ...(recorded?.place ? { installation: recorded } : {}) }
  }
  const reason = await judge(deps, found, parts)
  if (reason && (await setHold(db, reason, clock.now()))) {
    deps.log.error({ reason }, 'sending.held')
    await recordAudit(db, { actor: 'hệ thống', action: 'sending.hold', details: { reason } })
  }
  return { held: reason, installation: found, parts }
}

async function find(db: Db): Promise<Installation | undefined> {
  try {
    return await findInstallation(db, await answersOf(db))
  } catch (error) {
    known.delete(db)
    throw error
  }
}

async function judge(
  { db, clock, witness }: HoldDeps,
  own: Installation,
  parts: PlaceParts,
): Promise<HoldReason | null> {
  if (own.rewritten) return 'rewritten'
  const moved = judgePlace(own.place!, parts)
  if (moved) return moved
  const witnessed = await witness.recall(witnessedAs(own))
  // Another worker may have beaten since the row was read: what the witness said before the second reading is what counts.
  if (isBehind(own.seen, witnessed) && isBehind((await find(db))?.seen ?? own.seen, witnessed)) return 'rewound'
  const now = clock.now()
  const silentMs = own.beatAt ? now.getTime() - own.beatAt.getTime() : 0
  if (silentMs <= SLEPT_MS) return null
  return (await isAnythingDue(db, { now, wavesSince: new Date(now.getTime() - LATEST_MS) })) ? 'slept' : null
}

/** One lineage in one database: a clone beside it, or a dump loaded into a new database, has witnesses of its own. */
export const witnessedAs = ({ place, found }: Pick<Installation, 'place' | 'found'>): string =>
  [place!.id, found.cluster, found.database].join(' ')

/** Puts points and last year's results of the small index into a test database, as importing leaves them. */
import type { Db } from '../db/client.ts'
import type { PointTable } from '../db/index-schema.ts'
import { raiseRevision } from '../tally/queries.ts'
import { insertPast } from './past/queries.ts'
import type { PastResults } from './past/schemas.ts'
import { insertPointSet, type SetKey } from './points/queries.ts'
import { appraisedPoints, citizensPoints, smallIndexDefinition } from './small-index.fixture.ts'

export const APPRAISED: SetKey = { kind: 'appraised', source: '', round: 1 }
export const CITIZENS: SetKey = { kind: 'imported', source: 'nguoi-dan', round: 1 }

const BROUGHT = { origin: 'api', reason: 'thử', actor: 'can-bo@so.example' } as const

type Options = { digest?: string; raised?: boolean }

/** One more version of a set; `raised` false: the campaign's revision stays, as no import leaves it. */
export async function storePoints(
  db: Db,
  campaignId: string,
  key: SetKey,
  points: PointTable,
  { digest = key.kind, raised = true }: Options = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    await insertPointSet(tx, { ...BROUGHT, ...key, campaignId, points, digest })
    if (raised) await raiseRevision(tx, campaignId)
  })
}

/** Every point that the index needs beside the survey's. */
export async function storeAllPoints(db: Db, campaignId: string, appraised: PointTable = appraisedPoints) {
  await storePoints(db, campaignId, APPRAISED, appraised)
  await storePoints(db, campaignId, CITIZENS, citizensPoints)
}

/** 2024's points of every unit, without ranks and classes. */
const past: PastResults = {
  year: 2024,
  blocks: smallIndexDefinition.blocks.map(({ code, units }) => ({
    code,
    units: units.map((unit, at) => ({ code: unit.code, name: unit.name, points: 71.23 + at, rank: null, class: null })),
    moves: null,
  })),
}

export async function storePast(db: Db, campaignId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await insertPast(tx, { ...BROUGHT, campaignId, document: past, digest: 'nam-truoc' })
    await raiseRevision(tx, campaignId)
  })
}

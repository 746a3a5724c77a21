/**
 * The last count, inside close's transaction: everything a unit still holds, drawn or not, is counted anew with its
 * breakdown by group and kept in the clear, in random order, as final-cells.ts allows. A unit that stayed under k
 * altogether is withheld: its responses are destroyed and only their number remains.
 */
import type { Tx } from '../db/client.ts'
import { openResponse } from '../responses/sealed-response.ts'
import type { Secrets } from '../secrets.ts'
import type { UnitPlan } from './audiences.ts'
import { keepFinal } from './final-cells.ts'
import { addToTally, deleteTally, insertResponses, setUnitCounts, takeAllOfUnit } from './queries.ts'

/** Counts and empties one unit. Returns the numbers counted and withheld. */
export async function countRestOfUnit(tx: Tx, secrets: Secrets, campaignId: string, plan: UnitPlan, k: number) {
  const { unit } = plan
  const sealed = await takeAllOfUnit(tx, campaignId, unit)
  await deleteTally(tx, campaignId, unit)
  const result = sealed.length < k ? { counted: 0, withheld: sealed.length } : { counted: sealed.length, withheld: 0 }
  await setUnitCounts(tx, campaignId, unit, result)
  if (result.counted === 0) return result
  const opened = sealed.map((row) => openResponse(secrets, campaignId, row))
  const { counts, rows } = keepFinal(plan, opened, k)
  await addToTally(
    tx,
    campaignId,
    counts.map((count) => ({ unit, ...count })),
  )
  // takeAllOfUnit gave them in random order; by cells they would stand in the order of groups, which the row says anyway.
  await insertResponses(
    tx,
    rows.map(({ groups, answers }) => ({ campaignId, unit, groups, answers })),
  )
  return result
}

/**
 * Opens the boxes of a campaign in bulk: draws what may be drawn of every unit, deletes it from the box and adds it to the
 * tally in one transaction (promise 4), and keeps the drawn responses sealed anew until close, for the breakdown by group.
 */
import { randomInt } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { openResponse, sealResponse } from '../responses/sealed-response.ts'
import type { UnitPlan } from './audiences.ts'
import { countAnswers, type UnitCount } from './count-answers.ts'
import { type CountingPlan, readCountingPlan } from './counting-plan.ts'
import { drawFromBox } from './draw-from-box.ts'
import {
  addToTally,
  addToUnitCounts,
  insertDrawn,
  listFullBoxes,
  lockForCounting,
  raiseRevision,
  takeFromBox,
} from './queries.ts'

type CountDeps = Pick<Deps, 'answerDb' | 'secrets'>

/** Returns how many responses were counted; 0 when no box may be opened yet or the campaign is over. */
export async function countCampaign({ answerDb, secrets }: CountDeps, campaignId: string): Promise<number> {
  const plan = await readCountingPlan(answerDb, campaignId)
  if (!plan) return 0
  return answerDb.transaction(async (tx) => {
    if (!(await lockForCounting(tx, campaignId))) return 0
    const drawn = drawAll(plan, await listFullBoxes(tx, campaignId, 2 * plan.k))
    if (drawn.length === 0) return 0
    const byUnit = Map.groupBy(await takeFromBox(tx, campaignId, drawn), (row) => row.unit)
    const counts: UnitCount[] = []
    const counted: { unit: string; counted: number }[] = []
    const resealed: { unit: string; sealed: Buffer }[] = []
    for (const [unit, rows] of byUnit) {
      const responses = rows.map((row) => openResponse(secrets, campaignId, row.sealed))
      counts.push(...countUnit(plan.units.get(unit)!, responses))
      counted.push({ unit, counted: responses.length })
      resealed.push(
        ...responses.map((response) => ({
          unit,
          sealed: sealResponse(secrets, campaignId, plan.sealedSize, response),
        })),
      )
    }
    await addToTally(tx, campaignId, counts)
    await insertDrawn(tx, campaignId, resealed)
    await addToUnitCounts(tx, campaignId, counted)
    await raiseRevision(tx, campaignId)
    return drawn.length
  })
}

function drawAll(plan: CountingPlan, waiting: { id: string; unit: string; stratum: string }[]) {
  const random = (below: number) => randomInt(below)
  return [...Map.groupBy(waiting, (row) => row.unit)].flatMap(([unit, ofUnit]) =>
    drawFromBox(ofUnit, plan.units.get(unit)!.audiences, plan.k, random).map((id) => ({ unit, id })),
  )
}

function countUnit(unit: UnitPlan, responses: ReturnType<typeof openResponse>[]): UnitCount[] {
  const strata = new Map(unit.strata.map((stratum) => [stratum.id, stratum]))
  const counted = responses.map(({ stratum, answers }) => {
    const { liveCell, asked } = strata.get(stratum)!
    return { cells: [liveCell], asked, answers }
  })
  return countAnswers(counted, unit.questions).map((count) => ({ unit: unit.unit, ...count }))
}

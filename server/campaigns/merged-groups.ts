/** Which groups of a unit are put together with another one: as planned for a draft, as it was done once it is open. */

import type { Db } from '../db/client.ts'
import type { Block, Definition } from './definition.ts'
import { mergeSmallGroups } from './merge-small-groups.ts'
import { listStratumGroups, type Participation } from './queries.ts'

export type MergedGroup = { unit: string; group: string; mergedInto: string }

type Known = { id: string; status: string; definition: Definition; minimumCell: number }

export async function listMergedGroups(db: Db, campaign: Known, cells: Participation[]): Promise<MergedGroup[]> {
  if (campaign.status === 'draft') return planMerges(campaign.definition, cells, campaign.minimumCell)
  return (await listStratumGroups(db, campaign.id)).flatMap(({ unit, group, groups }) =>
    groups.filter((one) => one !== group).map((one) => ({ unit, group: one, mergedInto: group })),
  )
}

/** Pure: what opening would merge. `k`: fewest people of a group that stands alone. */
export function planMerges({ blocks }: Definition, cells: Participation[], k: number): MergedGroup[] {
  return blocks.flatMap((block) =>
    block.units.flatMap(({ code: unit }) => {
      const ofUnit = cells.filter((cell) => cell.block === block.code && cell.unit === unit && cell.invited > 0)
      return [...mergeInUnit(block, ofUnit, k)].flatMap(([group, mergedInto]) =>
        group === mergedInto ? [] : [{ unit, group, mergedInto }],
      )
    }),
  )
}

/** Pure: each group of one unit → the group that it goes with, itself where it stands alone. */
export function mergeInUnit(
  { groups }: Block,
  ofUnit: Pick<Participation, 'group' | 'invited'>[],
  k: number,
): Map<string, string> {
  const sized = groups.flatMap(({ code, questionnaire }) => {
    const cell = ofUnit.find(({ group }) => group === code)
    return cell ? [{ key: code, questionnaire, size: cell.invited }] : []
  })
  return mergeSmallGroups(sized, k)
}

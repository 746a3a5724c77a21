/** Which groups of a unit are put together with another one: as planned for a draft, as it was done once it is open. */

import type { Db } from '../db/client.ts'
import type { Definition } from './definition.ts'
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
    block.units.flatMap((unit) => {
      const sized = block.groups.flatMap(({ code, questionnaire }) => {
        const cell = cells.find((one) => one.block === block.code && one.unit === unit.code && one.group === code)
        return cell && cell.invited > 0 ? [{ key: code, questionnaire, size: cell.invited }] : []
      })
      return [...mergeSmallGroups(sized, k)].flatMap(([group, mergedInto]) =>
        group === mergedInto ? [] : [{ unit: unit.code, group, mergedInto }],
      )
    }),
  )
}

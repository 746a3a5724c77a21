/** Who was asked and how many have answered, and what became of the messages (CONTRACT `progress`). */

import { listDeliveryCounts } from '../delivery/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Definition } from './definition.ts'
import { hasUnit } from './has-unit.ts'
import { listMergedGroups, type MergedGroup } from './merged-groups.ts'
import { findCampaign, listParticipation, type Participation } from './queries.ts'
import type { ProgressView } from './schemas.ts'

/** What is counted of a campaign; the rest of a view is the campaign's own. */
type ProgressCounts = Omit<ProgressView, 'status' | 'closesAt'>

const CHANNELS = ['email', 'zalo'] as const
const STATES = ['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn'] as const

/** Throws campaign-unknown (404). `onlyUnit` narrows everything to one unit, for its contact; message counts are then left at 0. */
export async function readProgress(
  { db }: Pick<Deps, 'db'>,
  code: string,
  onlyUnit: string | null = null,
): Promise<ProgressView> {
  const campaign = await findCampaign(db, code)
  if (!campaign || !hasUnit(campaign.definition, onlyUnit)) throw errors.campaignUnknown()
  const [participation, deliveries] = await Promise.all([
    listParticipation(db, campaign.id),
    onlyUnit === null ? listDeliveryCounts(db, campaign.id) : [],
  ])
  const { status, closesAt } = campaign
  const merged = await listMergedGroups(db, campaign, participation)
  const counts = buildProgress(campaign.definition, participation, deliveries, merged)
  const view = { status, closesAt: closesAt?.toISOString() ?? null, ...counts }
  return onlyUnit === null ? view : narrowToUnit(view, onlyUnit)
}

/** Pure; order is the definition's, and units or groups without anybody invited are left out. */
export function buildProgress(
  definition: Definition,
  participation: Participation[],
  deliveries: { channel: string; state: string; count: number }[],
  merged: MergedGroup[] = [],
): ProgressCounts {
  const cells = new Map(participation.map((cell) => [JSON.stringify([cell.unit, cell.group]), cell]))
  const into = new Map(merged.map((one) => [JSON.stringify([one.unit, one.group]), one.mergedInto]))
  const blocks = definition.blocks.map((block) => {
    const units = block.units.flatMap((unit) => {
      const groups = block.groups.flatMap((group) => {
        const key = JSON.stringify([unit.code, group.code])
        const [cell, mergedInto] = [cells.get(key), into.get(key)]
        if (!cell) return []
        const { invited, answered } = cell
        return [{ code: group.code, name: group.name, invited, answered, ...(mergedInto && { mergedInto }) }]
      })
      return groups.length > 0 ? [{ code: unit.code, name: unit.name, ...sumOf(groups), groups }] : []
    })
    return { code: block.code, name: block.name, ...sumOf(units), units }
  })
  const countOf = (channel: string, state: string) =>
    deliveries.find((row) => row.channel === channel && row.state === state)?.count ?? 0
  const channelCounts = (channel: string) =>
    Object.fromEntries(STATES.map((state) => [state, countOf(channel, state)])) as ProgressView['deliveries']['email']
  const [email, zalo] = CHANNELS.map(channelCounts)
  return { ...sumOf(blocks), blocks, deliveries: { email: email!, zalo: zalo! } }
}

/** Pure: one unit's part of a progress view, with totals of that unit only. */
export function narrowToUnit<View extends ProgressCounts>(view: View, unit: string): View {
  const blocks = view.blocks.flatMap((block) => {
    const units = block.units.filter((candidate) => candidate.code === unit)
    return units.length > 0 ? [{ ...block, ...sumOf(units), units }] : []
  })
  const none = Object.fromEntries(STATES.map((state) => [state, 0])) as ProgressView['deliveries']['email']
  return { ...view, ...sumOf(blocks), blocks, deliveries: { email: none, zalo: none } }
}

function sumOf(parts: { invited: number; answered: number }[]): { invited: number; answered: number } {
  return {
    invited: parts.reduce((sum, part) => sum + part.invited, 0),
    answered: parts.reduce((sum, part) => sum + part.answered, 0),
  }
}

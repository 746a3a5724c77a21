/** Lists campaigns, and reads one with everything the console's head line needs. */

import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { hasUnit, onlyUnitOf } from './has-unit.ts'
import {
  countPeople,
  findCampaign,
  listAnswersByDay,
  listCampaigns,
  listParticipation,
  listTotals,
  listWaveSizes,
} from './queries.ts'
import type { CampaignDetail, CampaignView } from './schemas.ts'
import { viewCampaign } from './view-campaign.ts'

const NOBODY = { invited: 0, answered: 0 }

/** Newest first. A unit's contact sees the campaigns of its unit, but no totals of other units. */
export async function readCampaigns({ db }: Pick<Deps, 'db'>, staff: Staff): Promise<CampaignView[]> {
  const campaigns = await listCampaigns(db, onlyUnitOf(staff))
  const totals = await listTotals(
    db,
    campaigns.map((campaign) => campaign.id),
  )
  const byId = new Map(totals.map((row) => [row.campaignId, row]))
  return campaigns.map((campaign) =>
    viewCampaign(campaign, staff.role === 'unit' ? NOBODY : (byId.get(campaign.id) ?? NOBODY)),
  )
}

/** Throws campaign-unknown (404), to a unit's contact also for a campaign without its unit. */
export async function readCampaign(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  code: string,
  staff: Staff,
): Promise<CampaignDetail> {
  const campaign = await findCampaign(db, code)
  if (!campaign || !hasUnit(campaign.definition, onlyUnitOf(staff))) throw errors.campaignUnknown()
  const restricted = staff.role === 'unit'
  const [participation, people, waves, days] = await Promise.all([
    listParticipation(db, campaign.id),
    countPeople(db, campaign.id),
    listWaveSizes(db, campaign.id),
    listAnswersByDay(db, campaign.id),
  ])
  const seen = participation.filter((cell) => !restricted || cell.unit === staff.unit)
  const totals = {
    invited: seen.reduce((sum, cell) => sum + cell.invited, 0),
    answered: seen.reduce((sum, cell) => sum + cell.answered, 0),
  }
  return {
    ...viewCampaign(campaign, totals),
    opening: campaign.opening,
    domains: campaign.definition.blocks.flatMap(({ code: block, domains }) =>
      domains.map(({ code, name }) => ({ block, code, name })),
    ),
    hasIndex: campaign.definition.index !== undefined,
    definitionVersion: campaign.definitionVersion,
    copiedFrom: restricted ? null : campaign.copiedFrom,
    outbox: !config.smtp || !config.zalo,
    rosterCount: { respondents: restricted ? 0 : people, invitations: totals.invited },
    waves: waves.map((wave) => ({
      wave: wave.number,
      kind: wave.kind,
      channels: wave.channels,
      state: wave.state,
      startsAt: wave.startsAt.toISOString(),
      deliveries: restricted ? 0 : wave.deliveries,
    })),
    days: restricted ? [] : days,
  }
}

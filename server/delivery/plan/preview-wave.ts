/** Who would get what, and until when, if a wave were made now; writes nothing. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { refuseUnits } from '../create-wave.ts'
import { countAudience } from '../wave-queries.ts'
import { estimateSending } from './estimate-sending.ts'
import { countAhead, findPlanCampaign } from './queries.ts'
import { readSituation } from './read-situation.ts'
import type { PreviewBody, PreviewView } from './schemas.ts'
import { viewAudience } from './view-plan.ts'

/** Throws campaign-unknown, campaign-closed, wave-units-invitation, wave-unit-unknown. A draft may be previewed: its roster says who would be asked. */
export async function previewWave(
  { db, channels, clock }: Pick<Deps, 'db' | 'channels' | 'clock'>,
  code: string,
  { kind, channels: wished, order = 'together', audience = 'all', units, at }: PreviewBody,
): Promise<PreviewView> {
  const campaign = await findPlanCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status === 'closed' || campaign.status === 'final') throw errors.campaignClosed()
  await refuseUnits(db, campaign.id, kind, units)
  const now = clock.now()
  const startsAt = at && new Date(at) > now ? new Date(at) : now
  const rule = {
    campaignId: campaign.id,
    kind,
    channels: wished,
    channelOrder: order,
    audience,
    units: units ?? null,
    now,
  }
  const view = viewAudience(await countAudience(db, rule))
  const situation = await readSituation(db, channels, campaign, await countAhead(db, null, now), now)
  const messages = {
    email: wished.includes('email') ? view.messages.email : null,
    zalo: wished.includes('zalo') ? view.messages.zalo : null,
  }
  const [estimate] = estimateSending([{ startsAt, people: view.people, messages, order }], situation)
  return { ...view, estimate: estimate! }
}

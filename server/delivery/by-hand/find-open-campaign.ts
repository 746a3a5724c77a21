/** Links are handed over while a campaign takes answers, and only then: a draft's roster may still change. */
import type { Db, Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { findHandCampaign, findLinkPerson, type HandCampaign, type LinkPerson } from './queries.ts'

/** Throws campaign-unknown, campaign-not-open, campaign-closed. In a transaction it also keeps a close waiting with `lock`. */
export async function findOpenCampaign(
  db: Db | Tx,
  code: string,
  now: Date,
  options: { lock?: boolean } = {},
): Promise<HandCampaign> {
  const campaign = await findHandCampaign(db, code, options)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status === 'draft') throw errors.campaignNotOpen()
  const over = campaign.closesAt !== null && campaign.closesAt <= now
  if (over || (campaign.status !== 'open' && campaign.status !== 'paused')) throw errors.campaignClosed()
  return campaign
}

/** Throws person-unknown. */
export async function requirePerson(db: Db | Tx, campaign: { id: string }, id: string): Promise<LinkPerson> {
  const person = await findLinkPerson(db, campaign.id, id)
  if (!person) throw errors.personUnknown()
  return person
}

/** Codes as `{code, name}`, in the definition's order. */
export function unitsOf(campaign: HandCampaign, codes: string[]): { code: string; name: string }[] {
  const wanted = new Set(codes)
  return campaign.units.filter(({ code }) => wanted.has(code))
}

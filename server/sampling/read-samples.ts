/** The draws of a campaign, as recorded, and the paper that explains one of them. */

import { findCampaign } from '../campaigns/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { renderMethod } from './method-page.ts'
import { findSample, listSamples, type Sample } from './queries.ts'
import type { SampleView, SizesBody, SizesView } from './schemas.ts'
import { sizeStrata, withLeast } from './size-stratum.ts'

/** Newest first. Throws campaign-unknown (404). */
export async function readSamples({ db }: Pick<Deps, 'db'>, code: string): Promise<SampleView[]> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  return (await listSamples(db, campaign.id)).map(viewSample)
}

/** How many of each stratum a method would take, as one tries it out. Throws campaign-unknown (404). */
export async function readSizes(
  { db }: Pick<Deps, 'db'>,
  code: string,
  { method, strata }: SizesBody,
): Promise<SizesView> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  return { strata: sizeStrata(strata, withLeast(method, campaign.minimumCell)) }
}

/** A page to print, and its headers. Throws campaign-unknown, sample-unknown (404). */
export async function readMethod(
  { db }: Pick<Deps, 'db'>,
  code: string,
  id: string,
): Promise<{ page: string; headers: Record<string, string> }> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const sample = await findSample(db, campaign.id, id)
  if (!sample) throw errors.sampleUnknown()
  return renderMethod({ title: campaign.title, definition: campaign.definition, sample: viewSample(sample) })
}

function viewSample({ id, createdAt, actor, method, seed, fileHash, drawDigest, strata }: Sample): SampleView {
  return { id, at: createdAt.toISOString(), actor, method, seed, fileHash, drawDigest, strata }
}

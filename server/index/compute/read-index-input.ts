/** Reads what buildIndex needs, in the caller's repeatable-read (or locking) transaction. */
import type { Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { collectInput, collectState, type ScoresState } from '../../scoring/collect-input.ts'
import { findSnapshot } from '../../scoring/queries.ts'
import { findPast } from '../past/queries.ts'
import { findCurrentSets } from '../points/queries.ts'
import type { IndexInput } from './index-input.ts'
import type { IndexedCampaign } from './queries.ts'

/** Throws index-not-configured (409) and campaign-not-open (409, a draft). A frozen survey is named by its frozen digest. */
export async function readIndexInput(tx: Tx, campaign: IndexedCampaign, state?: ScoresState): Promise<IndexInput> {
  const { id, title, status, definition, opensOn, closedOn } = campaign
  if (!definition.index) throw errors.indexNotConfigured()
  if (status === 'draft') throw errors.campaignNotOpen()
  const scores = await collectInput(tx, campaign, state ?? (await collectState(tx, campaign)))
  const [sets, past, snapshot] = await Promise.all([
    findCurrentSets(tx, id),
    findPast(tx, id),
    status === 'final' ? findSnapshot(tx, id) : undefined,
  ])
  return {
    ...{ title, status, freeze: false, opensOn, closedOn, scores, sets },
    ...(snapshot && { scoresDigest: snapshot.digest }),
    past: past && { version: past.version, digest: past.digest, document: past.document },
  }
}

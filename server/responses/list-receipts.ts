/** The public list of receipts, sorted: an author finds their own, and anyone can count them (promise 1). */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { findCampaignByCode, listMessageHashes } from './queries.ts'
import { receiptOf } from './receipt.ts'

/** Throws campaign-unknown (404), or receipts-not-public (409) before close: a list that grows would tell when people answer. */
export async function listReceipts({ answerDb }: Pick<Deps, 'answerDb'>, code: string) {
  const campaign = await findCampaignByCode(answerDb, code)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'closed' && campaign.status !== 'final') throw errors.receiptsNotPublic()
  const hashes = await listMessageHashes(answerDb, campaign.id)
  const receipts = hashes.map(receiptOf).sort()
  return { count: receipts.length, receipts }
}

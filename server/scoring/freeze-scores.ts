/** Writes the final result down: canonical JSON, exactly the bytes that the digest covers (DESIGN promise 5). */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Tx } from '../db/client.ts'
import { buildScores } from './build-scores.ts'
import { collectInput, collectState } from './collect-input.ts'
import { findSnapshot, insertSnapshot, type ScoredCampaign } from './queries.ts'

/**
 * Call it in the transaction that makes the campaign final, after raising the revision. A result that is frozen already
 * stays as it is, and its own revision and digest come back.
 */
export async function freezeScores(tx: Tx, campaign: ScoredCampaign): Promise<{ revision: number; digest: string }> {
  const final: ScoredCampaign = { ...campaign, status: 'final' }
  const { digest, ...document } = buildScores(await collectInput(tx, final, await collectState(tx, final)))
  const inserted = await insertSnapshot(tx, { campaignId: campaign.id, document: canonicalJson(document), digest })
  if (inserted) return { revision: document.revision, digest }
  const frozen = await findSnapshot(tx, campaign.id)
  return { revision: (JSON.parse(frozen!.document) as { revision: number }).revision, digest: frozen!.digest }
}

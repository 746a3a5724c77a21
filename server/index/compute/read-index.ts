/** The index of a campaign as of one moment: the frozen document, for ever, else made from counts and what was brought in. */
import type { Db, Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { buildScores } from '../../scoring/build-scores.ts'
import { keepScores, scoresState } from '../../scoring/keep-scores.ts'
import { listParticipation } from '../../scoring/queries.ts'
import { scoreBlocks } from '../../scoring/score-blocks.ts'
import { surveyOf, writeIndex } from './build-index.ts'
import { keepIndex, type ReadIndex } from './keep-index.ts'
import { packText } from './pack-text.ts'
import { type FrozenIndex, findFrozenIndex, findIndexedCampaign, findIndexState, type IndexState } from './queries.ts'
import { readIndexInput } from './read-index-input.ts'
import type { IndexDocument } from './schemas.ts'

/** Throws campaign-unknown (404), index-not-configured (409) and campaign-not-open (409, a draft). */
export async function readIndex({ answerDb }: { answerDb: Db }, code: string): Promise<ReadIndex> {
  return answerDb.transaction(
    async (tx) => {
      const state = await findIndexState(tx, code)
      if (!state) throw errors.campaignUnknown()
      if (state.frozen)
        return keepIndex(answerDb, state.id, state.frozen, async () => forSending(await thaw(tx, state.id)))
      return readProvisional(answerDb, tx, state)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** A frozen document as it is handed out: its bytes and the digest that covers them. */
export function thawIndex({ document, digest }: FrozenIndex): IndexDocument {
  return { ...(JSON.parse(document) as Omit<IndexDocument, 'digest'>), digest }
}

async function readProvisional(answerDb: Db, tx: Tx, { id, revision, versions }: IndexState): Promise<ReadIndex> {
  const state = { revision, participation: await listParticipation(tx, id) }
  return keepIndex(answerDb, id, JSON.stringify([versions, state]), async () => {
    const campaign = (await findIndexedCampaign(tx, id))!
    const input = await readIndexInput(tx, campaign, state)
    const survey = surveyOf(input)
    const scored = scoreBlocks(survey)
    // The scores are kept for whoever asks for them: made once for both.
    const scoresDigest =
      input.scoresDigest ??
      (await keepScores(answerDb, id, scoresState(input.status, state), async () => buildScores(survey, scored))).digest
    return forSending(writeIndex({ ...input, scoresDigest }, scored))
  })
}

/** `text` is canonical JSON without the digest: what was written for the digest is not written once more to be sent. */
function forSending({ index, text }: { index: IndexDocument; text: string }): ReadIndex {
  const body = `${text.slice(0, -1)},"digest":"${index.digest}"}`
  return { index, etag: `"${index.digest}"`, body, packed: packText(body) }
}

async function thaw(tx: Tx, campaignId: string) {
  const frozen = (await findFrozenIndex(tx, campaignId))!
  return { index: thawIndex(frozen), text: frozen.document }
}

/** What the campaign compares with, its versions, and the campaigns here that could be taken instead. */
import type { Db } from '../../db/client.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import { isIndexFrozen } from '../points/queries.ts'
import { findPast, listFrozenOfYear, listPast, type PastHead } from './queries.ts'
import type { PastView } from './schemas.ts'

/** Throws campaign-unknown and index-not-configured. */
export async function readPastView({ answerDb }: { answerDb: Db }, code: string): Promise<PastView> {
  const { id, definition } = await findIndexedCampaign(answerDb, code)
  const [current, versions, candidates, frozen] = await Promise.all([
    findPast(answerDb, id),
    listPast(answerDb, id),
    listFrozenOfYear(answerDb, definition.year - 1),
    isIndexFrozen(answerDb, id),
  ])
  return {
    current: current && { ...viewHead(current), document: current.document },
    versions: versions.map(viewHead),
    candidates,
    frozen,
  }
}

const viewHead = ({ at, ...head }: PastHead) => ({ ...head, at: at.toISOString() })

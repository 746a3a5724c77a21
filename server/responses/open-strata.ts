/**
 * What accepting needs of a stratum: campaign, unit, public key, judge of its questionnaire. All of it is frozen at
 * opening, so it is kept in memory without harm to other processes; whether the campaign still accepts is never kept but
 * asked of the database with every batch.
 */
import { constants, createPublicKey, type KeyObject } from 'node:crypto'
import type { Definition } from '../campaigns/definition.ts'
import { needsRichRenderer } from '../campaigns/needs-rich-renderer.ts'
import type { Db } from '../db/client.ts'
import { judgeRichAnswers } from './judge-rich-answers.ts'
import { findOpenedDefinition, findStratum } from './queries.ts'
import { sealedSizeOf } from './sealed-size.ts'
import { type AnswerProblem, type Answers, compileAnswerJudge } from './validate-answers.ts'

export type VerificationKey = KeyObject & { padding: number; saltLength: number }

export type OpenStratum = {
  campaignId: string
  unit: string
  publicKey: VerificationKey
  judge: (answers: Answers) => AnswerProblem[] | Promise<AnswerProblem[]>
  /** Bytes of every sealed response of the campaign. */
  sealedSize: number
}

type Frozen = Pick<OpenStratum, 'judge' | 'sealedSize'>

export type OpenStrata = { find(stratumId: string): Promise<OpenStratum | undefined> }

const KEPT_STRATA = 5_000
const KEPT_JUDGES = 500

export function createOpenStrata(db: Db): OpenStrata {
  const strata = new Map<string, OpenStratum>()
  const judges = new Map<string, Frozen>()

  async function frozenOf(campaignId: string, block: string, questionnaire: string): Promise<Frozen> {
    const key = JSON.stringify([campaignId, block, questionnaire])
    const kept = judges.get(key)
    if (kept) return kept
    const definition = await findOpenedDefinition(db, campaignId)
    if (!definition) throw new Error('an opened stratum belongs to no campaign')
    const frozen = { judge: buildJudge(definition, block, questionnaire), sealedSize: sealedSizeOf(definition) }
    keep(judges, KEPT_JUDGES, key, frozen)
    return frozen
  }

  return {
    async find(stratumId) {
      const kept = strata.get(stratumId)
      if (kept) return kept
      const row = await findStratum(db, stratumId)
      if (!row) return undefined
      const stratum = {
        campaignId: row.campaignId,
        unit: row.unit,
        publicKey: readVerificationKey(row.publicKey),
        ...(await frozenOf(row.campaignId, row.block, row.questionnaire)),
      }
      keep(strata, KEPT_STRATA, stratumId, stratum)
      return stratum
    },
  }
}

/**
 * The key with the verification's options on it: given an object of key and options, Node first tries it as several kinds
 * of key by exceptions, which costs as much as the verification. RSASSA-PSS, salt of 48 bytes (RFC 9474).
 */
function readVerificationKey(spki: Buffer): VerificationKey {
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  return Object.assign(key, { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 })
}

function buildJudge(definition: Definition, blockCode: string, name: string): OpenStratum['judge'] {
  const block = definition.blocks.find((candidate) => candidate.code === blockCode)
  const questionnaire = block?.questionnaires[name]
  if (!questionnaire) throw new Error('an opened stratum names a questionnaire that its definition does not hold')
  if (!needsRichRenderer(questionnaire)) return compileAnswerJudge(questionnaire)
  return (answers) => judgeRichAnswers(questionnaire, answers)
}

function keep<Value>(kept: Map<string, Value>, limit: number, key: string, value: Value): void {
  if (kept.size >= limit) kept.delete(kept.keys().next().value!)
  kept.set(key, value)
}

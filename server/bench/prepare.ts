/** Before the clock starts: an opened campaign, its links, and everybody's blinded message, as their phones would have made it. */
import type { LinkView } from '../credential/schemas.ts'
import {
  type BlindingKey,
  finishCredential,
  type PreparedCredential,
  prepareCredential,
  readBlindingKey,
} from '../demo/blind-client.ts'
import type { Officer } from '../demo/officer.ts'
import type { SeededRandom } from '../demo/seeded-random.ts'
import { GROUPS, LEVEL_VALUES, QUESTIONS, UNITS } from './definition.ts'
import { type Call, runLoad } from './load.ts'

export type Voter = {
  token: string
  invitation: string
  stratum: string
  credential: PreparedCredential
  answers: string
}
export type Ballot = { body: string }

/** Imports `people` rows over all strata. */
export async function importRoster(officer: Officer, code: string, people: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, index) => {
    const unit = (index % UNITS) + 1
    const group = GROUPS[Math.floor(index / UNITS) % GROUPS.length]
    return `Người thứ ${index + 1};nguoi${index + 1}@${code}.example;DV${unit};${group}`
  })
  const csv = `Họ và tên;Email;Đơn vị;Nhóm\n${rows.join('\n')}\n`
  await officer.upload(`/api/campaigns/${code}/roster?dryRun=false`, 'danh-sach.csv', Buffer.from(csv))
}

export async function prepareVoters(base: string, tokens: string[], random: SeededRandom): Promise<Voter[]> {
  const keys = new Map<string, BlindingKey>()
  const voters: Voter[] = []
  await runLoad(base, tokens, 8, async (call, token) => {
    const link = await call<LinkView>('GET', `/api/links/${token}`)
    const { id, stratum, publicKey } = link.invitations[0]!
    const key = keys.get(stratum) ?? readBlindingKey(publicKey!)
    keys.set(stratum, key)
    const answers = JSON.stringify(Object.fromEntries(QUESTIONS.map((name) => [name, random.pick(LEVEL_VALUES)])))
    voters.push({ token, invitation: id, stratum, credential: prepareCredential(key, stratum), answers })
  })
  return voters
}

/** Gets a voter's credential and returns the response that may now be sent. */
export async function takeCredential(call: Call, voter: Voter): Promise<Ballot> {
  const { blindSignature } = await call<{ blindSignature: string }>(
    'POST',
    `/api/links/${voter.token}/credentials`,
    JSON.stringify({
      invitation: voter.invitation,
      consent: { version: '1' },
      blinded: voter.credential.blinded,
    }),
  )
  const { stratum, credential, answers } = voter
  const signature = finishCredential(credential, blindSignature)
  return {
    body: `{"stratum":"${stratum}","message":"${credential.message}","signature":"${signature}","answers":${answers}}`,
  }
}

/** Puts a campaign with counts into a test database, as opening and counting leave it. */
import { definitionHash } from '../campaigns/definition-hash.ts'
import { revisions, tally, unitCounts } from '../db/answer-schema.ts'
import type { Db } from '../db/client.ts'
import { campaigns, invitations, respondents, strata } from '../db/schema.ts'
import { newId, sha256 } from '../secrets.ts'
import { smallDefinition } from './small-definition.fixture.ts'
import { everyone, tallyOf } from './small-tally.fixture.ts'

type Status = 'draft' | 'open' | 'paused' | 'closed' | 'final'

/** smallDefinition with 8 counted in p1, all "tot", and 10 of its 12 invited leaders and officials answered; returns the id. */
export async function storeCampaign(db: Db, code: string, status: Status): Promise<string> {
  const id = newId()
  await db.insert(campaigns).values({
    id,
    code,
    title: 'Đợt thử',
    status,
    definition: smallDefinition,
    definitionHash: definitionHash(smallDefinition),
    minimumCell: 5,
    sendingHours: 'any',
  })
  const people = Array.from({ length: 12 }, (_, index) => ({ id: newId(), group: index < 6 ? 'ld' : 'cc', index }))
  await db.insert(strata).values(
    ['ld', 'cc'].map((group) => ({
      ...{ id: newId(), campaignId: id, block: 'p', unit: 'p1', group, groups: [group], questionnaire: group },
      ...{ invited: 6, publicKey: Buffer.alloc(0) },
    })),
  )
  await db.insert(respondents).values(
    people.map((person) => ({
      id: person.id,
      campaignId: id,
      fullName: 'Lò Thị Ẩn Danh',
      linkHash: sha256(person.id),
    })),
  )
  await db.insert(invitations).values(
    people.map(({ id: respondentId, group, index }) => ({
      id: newId(),
      campaignId: id,
      respondentId,
      block: 'p',
      unit: 'p1',
      group,
      answeredOn: index < 10 ? '2024-11-20' : null,
    })),
  )
  const rows = tallyOf('p1', everyone({ tot: 8 })).flatMap(({ counts, ...cell }) =>
    Object.entries(counts).map(([level, count]) => ({ campaignId: id, ...cell, level, count })),
  )
  await db.insert(tally).values(rows)
  await db.insert(unitCounts).values({ campaignId: id, unit: 'p1', counted: 8 })
  await db.insert(revisions).values({ campaignId: id, revision: 2 })
  return id
}

/** Puts a campaign with an index into a test database, as opening, counting and closing leave it. */

import { eq } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import { definitionHash } from '../campaigns/definition-hash.ts'
import { revisions, tally, unitCounts } from '../db/answer-schema.ts'
import type { Db } from '../db/client.ts'
import { campaigns, invitations, respondents, strata } from '../db/schema.ts'
import { freezeScores } from '../scoring/freeze-scores.ts'
import { newId, sha256 } from '../secrets.ts'
import { smallIndexDefinition } from './small-index.fixture.ts'

type Status = 'draft' | 'open' | 'paused' | 'closed' | 'final'
type Options = { definition?: Definition; title?: string }

/** Invited in each group of each unit; all but one of them answered and were counted. */
const INVITED = 8

/**
 * Returns the id. Of 8 invited in each group 7 answered: each unit one step better than the one before it. Nothing is
 * imported, and a `final` campaign has its frozen scores but no frozen index.
 */
export async function storeIndexCampaign(
  db: Db,
  code: string,
  status: Status,
  { definition = smallIndexDefinition, title = definition.title }: Options = {},
): Promise<string> {
  const id = newId()
  await db.insert(campaigns).values({
    ...{ id, code, title, definition, definitionHash: definitionHash(definition) },
    ...{ status: status === 'final' ? 'closed' : status, minimumCell: definition.minimumCell, sendingHours: 'any' },
  })
  if (status === 'draft') return id
  await storePeople(db, id, definition)
  await storeCounts(db, id, definition, status === 'closed' || status === 'final')
  await db.insert(revisions).values({ campaignId: id, revision: 2 })
  if (status === 'final') await makeFinal(db, id, { code, definition })
  return id
}

async function storePeople(db: Db, campaignId: string, { blocks }: Definition): Promise<void> {
  const asked = blocks.flatMap((block) =>
    block.units.flatMap((unit) =>
      block.groups.map((group) => ({ block: block.code, unit: unit.code, group: group.code, ...group })),
    ),
  )
  const boxes = asked.map(({ block, unit, group, questionnaire }) => ({
    ...{ id: newId(), campaignId, block, unit, group, groups: [group], questionnaire },
    ...{ invited: INVITED, publicKey: Buffer.alloc(0) },
  }))
  await db.insert(strata).values(boxes)
  const people = boxes.flatMap(({ id: stratumId, block, unit, group }) =>
    Array.from({ length: INVITED }, (_, at) => ({ id: newId(), stratumId, block, unit, group, at })),
  )
  await db
    .insert(respondents)
    .values(people.map(({ id }) => ({ id, campaignId, fullName: 'Lò Thị Ẩn Danh', linkHash: sha256(id) })))
  await db.insert(invitations).values(
    people.map(({ id: respondentId, stratumId, block, unit, group, at }) => ({
      ...{ id: newId(), campaignId, respondentId, stratumId, block, unit, group },
      answeredOn: at === 0 ? null : '2025-11-20',
    })),
  )
}

/** The n-th unit of a block: n people of each group answered "rat-tot", the others "tot"; cells of groups as close leaves them. */
async function storeCounts(db: Db, campaignId: string, { blocks }: Definition, settled: boolean): Promise<void> {
  const answered = INVITED - 1
  for (const block of blocks) {
    const questions = block.criteria.flatMap(({ question }) => question ?? [])
    const byGroup = settled || block.weighting === 'fixed'
    const rows = block.units.flatMap(({ code: unit }, at) => {
      const best = Math.min(at, answered)
      const levels = [
        { level: 'rat-tot', count: best },
        { level: 'tot', count: answered - best },
      ].filter(({ count }) => count > 0)
      return questions.flatMap((question) =>
        levels.flatMap(({ level, count }) => [
          { campaignId, unit, question, cell: '*', level, count: count * block.groups.length },
          ...(byGroup ? block.groups : []).map(({ code: cell }) => ({
            ...{ campaignId, unit, question, cell, level, count },
          })),
        ]),
      )
    })
    await db.insert(tally).values(rows)
    await db
      .insert(unitCounts)
      .values(block.units.map(({ code: unit }) => ({ campaignId, unit, counted: answered * block.groups.length })))
  }
}

async function makeFinal(
  db: Db,
  id: string,
  { code, definition }: { code: string; definition: Definition },
): Promise<void> {
  const { minimumCell } = definition
  await db.transaction(async (tx) => {
    await freezeScores(tx, { id, code, status: 'final', definition, minimumCell })
    await tx.update(campaigns).set({ status: 'final', finalizedAt: new Date() }).where(eq(campaigns.id, id))
  })
}

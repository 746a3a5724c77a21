import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import type { SealedResponse } from '../responses/sealed-response.ts'
import { putIntoBox, strataOf, type TestStratum } from '../test/arrivals.ts'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { seededRandom, soundAnswers } from '../test/respondent.ts'
import { seedOf } from '../test/seed.ts'
import { countCampaign } from './count-campaign.ts'

const random = seededRandom(seedOf('count-rest.test'))
let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

type Sent = { group: string; answers: SealedResponse['answers'] }

/** A campaign of one unit in which so many of each group answered, some counted before close; closed. */
async function closedAfter(
  answered: Record<string, number>,
  { live = true, definition = 'example-commune', unit = 'AB' } = {},
) {
  const roster = Object.entries(answered).map(([group, people]) => ({ unit, group, people: Math.max(people, 8) }))
  const campaign = await createOpenCampaign(system.deps, { definition, roster })
  const strata = await strataOf(system.deps, campaign.id, unit)
  const sent: Sent[] = []
  for (const [group, people] of Object.entries(answered)) {
    const responses = Array.from({ length: people }, (_, at) => responseOf(campaign, strata[group]!, `${group} ${at}`))
    await putIntoBox(system.deps, campaign, unit, responses)
    sent.push(...responses.map(({ answers }) => ({ group, answers })))
    if (live) await countCampaign(system.deps, campaign.id)
  }
  await closeCampaign(system.deps, campaign.code, OFFICER)
  return { campaign, sent, ...(await readResult(campaign)) }
}

function responseOf(
  { definition }: TestCampaign,
  { id, block, questionnaire }: TestStratum,
  comment: string,
): SealedResponse {
  const json = definition.blocks.find(({ code }) => code === block)!.questionnaires[questionnaire]!
  const answers = soundAnswers(json, random)
  return { stratum: id, answers: { ...answers, xa_gop_y: comment } }
}

async function readResult({ id }: TestCampaign) {
  const { $client } = system.deps.answerDb
  const tally = await $client<{ cell: string; question: string; level: string; count: number }[]>`
    SELECT cell, question, level, count FROM answer.tally WHERE campaign_id = ${id}`
  const responses = await $client<{ groups: string[]; answers: Record<string, unknown> }[]>`
    SELECT groups, answers FROM answer.responses WHERE campaign_id = ${id}`
  const counts = await $client<{ counted: number; withheld: number }[]>`
    SELECT counted, withheld FROM answer.unit_counts WHERE campaign_id = ${id}`
  const left = await $client`
    SELECT (SELECT count(*) FROM answer.box WHERE campaign_id = ${id})::int
         + (SELECT count(*) FROM answer.drawn WHERE campaign_id = ${id})::int AS sealed`
  return { tally, responses, counts: counts[0]!, sealed: left[0]!.sealed as number }
}

const SCORED = /^xa_(dh|tthc|cv|cds)_\d$/

/** Counts by cell, question and level, told from what was sent, by a way of its own; weights are fixed, so none of everybody. */
function recount(sent: Sent[], cellOf: Record<string, string>): Record<string, number> {
  const keys = sent.flatMap(({ group, answers }) =>
    Object.keys(answers)
      .filter((name) => SCORED.test(name))
      .map((name) => `${cellOf[group]!} ${name} ${answers[name]}`),
  )
  return Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]))
}
const asRecord = (tally: { cell: string; question: string; level: string; count: number }[]) =>
  Object.fromEntries(tally.map(({ cell, question, level, count }) => [`${cell} ${question} ${level}`, count]))

test.each([true, false])('close counts everything once, by group (counted before: %s)', async (live) => {
  const { sent, tally, responses, counts, sealed } = await closedAfter({ LD: 9, CC: 17, TT: 12 }, { live })
  expect(counts).toEqual({ counted: 38, withheld: 0 })
  expect(sealed).toBe(0)
  expect(asRecord(tally)).toEqual(recount(sent, { LD: 'LD', CC: 'CC', TT: 'TT' }))
  const kept = responses.map(({ groups, answers }) => JSON.stringify([groups.join(), sortKeys(answers)])).sort()
  expect(kept).toEqual(sent.map(({ group, answers }) => JSON.stringify([group, sortKeys(answers)])).sort())
})

test('a unit that stayed under k is withheld: only the number is left', async () => {
  const { tally, responses, counts, sealed } = await closedAfter({ CC: 4 })
  expect([tally, responses, sealed]).toEqual([[], [], 0])
  expect(counts).toEqual({ counted: 0, withheld: 4 })
})

test('a unit in which nobody answered counts nothing', async () => {
  const { tally, responses, counts } = await closedAfter({ CC: 0 })
  expect([tally, responses, counts]).toEqual([[], [], { counted: 0, withheld: 0 }])
})

test('a group under k is kept together with one of the same questions, under both names in the definition’s order', async () => {
  const { sent, tally, responses } = await closedAfter({ LD: 3, CC: 9, TT: 11 })
  expect(asRecord(tally)).toEqual(recount(sent, { LD: 'LD+CC', CC: 'LD+CC', TT: 'TT' }))
  expect(new Set(responses.map(({ groups }) => groups.join('+')))).toEqual(new Set(['LD+CC', 'TT']))
})

test('where nothing else is left, groups of different questions go together', async () => {
  const { sent, tally, responses, counts } = await closedAfter({ LD: 2, TT: 4 })
  expect(counts).toEqual({ counted: 6, withheld: 0 })
  expect(new Set(responses.map(({ groups }) => groups.join('+')))).toEqual(new Set(['LD+TT']))
  expect(new Set(tally.map(({ cell }) => cell))).toEqual(new Set(['LD+TT']))
  // Either questionnaire has fewer than k people here: what only one of them asks would tell whose row it is.
  const [leader, villager] = ['LD', 'TT'].map((group) => Object.keys(sent.find((one) => one.group === group)!.answers))
  const common = leader!.filter((name) => villager!.includes(name)).sort()
  expect(common.length).toBeLessThan(leader!.length)
  for (const { answers } of responses) expect(Object.keys(answers).sort()).toEqual(common)
})

test('what fewer than k of a cell were asked is neither counted for it nor kept in its answers', async () => {
  // Only those of "can-bo" are asked xa_cv_1 and xa_cds_2, and here they are four of eleven.
  const { sent, tally, responses } = await closedAfter({ CC: 4, TT: 7 })
  expect(sent.filter(({ answers }) => 'xa_cv_1' in answers)).toHaveLength(4)
  expect(tally.filter(({ question }) => question === 'xa_cv_1' || question === 'xa_cds_2')).toEqual([])
  expect(responses).toHaveLength(11)
  for (const { answers } of responses) expect(Object.keys(answers)).not.toContain('xa_cv_1')
  const base = tally.filter(({ cell, question }) => cell === 'CC+TT' && question === 'xa_dh_1')
  expect(base.reduce((sum, { count }) => sum + count, 0)).toBe(11)
})

test('every pooled cell and question that is kept, and every difference of them, has at least k people behind it', async () => {
  const answered = { HDND: 3, TTUBH: 6, LDPH: 2, CCH: 9, TTUBX: 1, CCX: 4 }
  const { sent, tally, responses, counts } = await closedAfter(answered, { definition: 'son-la-2024', unit: 'TPSL' })
  expect(counts).toEqual({ counted: 25, withheld: 0 })
  const bases = Map.groupBy(tally, ({ cell, question }) => `${cell} ${question}`)
  for (const [key, rows] of bases) {
    expect(
      rows.reduce((sum, { count }) => sum + count, 0),
      key,
    ).toBeGreaterThanOrEqual(5)
  }
  const cells = Map.groupBy(responses, ({ groups }) => groups.join('+'))
  expect([...cells.values()].reduce((sum, rows) => sum + rows.length, 0)).toBe(25)
  for (const [cell, rows] of cells) {
    expect(rows.length, cell).toBeGreaterThanOrEqual(5)
    for (const name of new Set(rows.flatMap(({ answers }) => Object.keys(answers)))) {
      const holding = rows.filter(({ answers }) => name in answers).length
      expect(holding, `${cell} ${name}`).toBeGreaterThanOrEqual(5)
    }
    const alike = Map.groupBy(rows, ({ answers }) => Object.keys(answers).sort().join())
    for (const [names, those] of alike) expect(those.length, `${cell} with ${names}`).toBeGreaterThanOrEqual(5)
  }
  const baseOf = (question: string, isIt: (cell: string) => boolean) =>
    tally.filter((row) => row.question === question && isIt(row.cell)).reduce((sum, { count }) => sum + count, 0)
  const scored = new Set(tally.map(({ question }) => question))
  expect(scored.size).toBeGreaterThan(10)
  for (const question of scored) {
    const everybody = baseOf(question, (cell) => cell === '*')
    expect(everybody, question).toBe(sent.filter(({ answers }) => question in answers).length)
    const inRows = responses.filter(({ answers }) => question in answers).length
    for (const shown of [baseOf(question, (cell) => cell !== '*'), inRows])
      expect(everybody - shown === 0 || everybody - shown >= 5, `${question}: ${everybody} less ${shown}`).toBe(true)
  }
})

const sortKeys = (answers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))

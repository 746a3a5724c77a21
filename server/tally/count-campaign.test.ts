import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { setIntake } from '../campaigns/set-intake.ts'
import { questionsOf } from '../campaigns/survey-questions.ts'
import { openResponse, type SealedResponse } from '../responses/sealed-response.ts'
import { putIntoBox, strataOf, type TestStratum } from '../test/arrivals.ts'
import { createOpenCampaign, type RosterPart, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from '../test/deps.ts'
import { type Random, seededRandom, soundAnswers } from '../test/respondent.ts'
import { seedOf } from '../test/seed.ts'
import { countBox, sweepBoxes } from './count-box.job.ts'
import { countCampaign } from './count-campaign.ts'

const seed = seedOf('count-campaign.test')
const random = seededRandom(seed)
let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

async function openUnit(unit: string, people: Record<string, number>, definition = 'example-commune') {
  const roster: RosterPart[] = Object.entries(people).map(([group, people]) => ({ unit, group, people }))
  const campaign = await createOpenCampaign(system.deps, { definition, roster })
  return { campaign, strata: await strataOf(system.deps, campaign.id, unit), unit }
}

const questionnaireOf = ({ definition }: TestCampaign, { block, questionnaire }: TestStratum) =>
  definition.blocks.find(({ code }) => code === block)!.questionnaires[questionnaire]!

const responseOf = (campaign: TestCampaign, stratum: TestStratum, among: Random = random): SealedResponse => ({
  stratum: stratum.id,
  answers: soundAnswers(questionnaireOf(campaign, stratum), among),
})

async function count({ id }: TestCampaign, deps = system.deps): Promise<number> {
  return countCampaign(deps, id)
}

/** Cell and question → how many people stand behind its figures. */
async function readBases({ id }: TestCampaign): Promise<Map<string, number>> {
  const rows = await system.deps.answerDb.$client<{ key: string; base: number }[]>`
    SELECT cell || ' ' || question AS key, sum(count)::int AS base FROM answer.tally WHERE campaign_id = ${id} GROUP BY 1`
  return new Map(rows.map(({ key, base }) => [key, base]))
}

async function readSizes({ id }: TestCampaign) {
  const rows = await system.deps.answerDb.$client`
    SELECT (SELECT count(*)::int FROM answer.box WHERE campaign_id = ${id}) AS box,
           (SELECT count(*)::int FROM answer.drawn WHERE campaign_id = ${id}) AS drawn,
           (SELECT coalesce(sum(counted), 0)::int FROM answer.unit_counts WHERE campaign_id = ${id}) AS counted,
           (SELECT revision::int FROM answer.revisions WHERE campaign_id = ${id}) AS revision`
  return rows[0] as { box: number; drawn: number; counted: number; revision: number }
}

describe('every live figure differs from the last one by nobody or at least k people', () => {
  const k = 5
  const mixes: [string, string, string, Record<string, number>][] = [
    ['fixed weights, a group of its own questions', 'example-commune', 'AB', { LD: 9, CC: 18, TT: 16 }],
    ['a large and two small groups', 'example-commune', 'HT', { LD: 5, CC: 28, TT: 6 }],
    ['pooled, four questionnaires', 'son-la-2024', 'TPSL', { HDND: 7, TTUBH: 5, LDPH: 9, CCH: 8, TTUBX: 7, CCX: 6 }],
  ]
  test.each(mixes)('%s', async (_, definition, unit, people) => {
    const { campaign, strata } = await openUnit(unit, people, definition)
    const pooled = campaign.definition.blocks.some((block) => block.weighting === 'pooled')
    const order = Object.entries(people).flatMap(([group, size]) => Array<string>(size).fill(group))
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = random(at + 1)
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    let last = await readBases(campaign)
    let draws = 0
    for (const [arrived, group] of order.entries()) {
      await putIntoBox(system.deps, campaign, unit, [responseOf(campaign, strata[group]!)])
      const drawn = await count(campaign)
      const now = await readBases(campaign)
      if (drawn > 0) draws += 1
      else expect(now).toEqual(last)
      for (const [key, base] of now) {
        const more = base - (last.get(key) ?? 0)
        expect(more === 0 || more >= k, `${key} rose by ${more} at arrival ${arrived + 1}`).toBe(true)
      }
      const { box, drawn: kept, counted } = await readSizes(campaign)
      expect(box + kept).toBe(arrived + 1)
      expect(counted).toBe(kept)
      last = now
    }
    expect(draws).toBeGreaterThan(0)
    // Pooled: everybody and nobody else; fixed: never everybody, who would be the sum of what is shown and what is not.
    const liveCells = new Set([...last.keys()].map((key) => key.split(' ')[0]))
    if (pooled) expect(liveCells).toEqual(new Set(['*']))
    else expect(liveCells).not.toContain('*')
    await closeCampaign(system.deps, campaign.code, OFFICER)
    const settled = await readBases(campaign)
    for (const [key, base] of last) {
      // A cell may have been merged away; what is still there has grown by k at least, because k stayed in the box.
      const final = settled.get(key)
      if (final !== undefined) expect(final - base, `${key} at close`).toBeGreaterThanOrEqual(k)
      else expect(key.startsWith('* '), `${key} is gone`).toBe(false)
    }
    const first = questionsOf(questionnaireOf(campaign, strata[order[0]!]!)).find((q) => q.isRequired)!.name
    if (pooled) expect(settled.get(`* ${first}`)).toBeGreaterThanOrEqual(k)
    else expect([...settled.keys()].filter((key) => key.startsWith('* '))).toEqual([])
    expect([...settled.keys()].some((key) => !key.startsWith('* '))).toBe(true)
  })
})

test('a box under 2k stays shut; at 2k it opens and k stay', async () => {
  const { campaign, strata, unit } = await openUnit('AB', { CC: 12 })
  const before = await readSizes(campaign)
  for (let arrived = 1; arrived <= 9; arrived += 1) {
    await putIntoBox(system.deps, campaign, unit, [responseOf(campaign, strata.CC!)])
    expect(await count(campaign)).toBe(0)
  }
  expect(await readSizes(campaign)).toEqual({ ...before, box: 9 })
  await putIntoBox(system.deps, campaign, unit, [responseOf(campaign, strata.CC!)])
  expect(await count(campaign)).toBe(5)
  expect(await readSizes(campaign)).toEqual({ box: 5, drawn: 5, counted: 5, revision: before.revision + 1 })
})

test('what is drawn is sealed anew: no row of the box can be found again among the drawn', async () => {
  const { campaign, strata, unit } = await openUnit('AB', { CC: 20 })
  const levels = ['A', 'B', 'C', 'D', 'X']
  const sent = Array.from({ length: 20 }, (_, at): SealedResponse => {
    const { stratum, answers } = responseOf(campaign, strata.CC!)
    return { stratum, answers: { ...answers, xa_dh_1: levels[at % 5], xa_gop_y: `ý kiến ${at}` } }
  })
  await putIntoBox(system.deps, campaign, unit, sent)
  const { answerDb, secrets } = system.deps
  const read = (table: string) =>
    answerDb.$client.unsafe(`SELECT * FROM answer.${table} WHERE campaign_id = $1`, [campaign.id])
  const before = await read('box')
  expect(await count(campaign)).toBe(15)
  const [left, drawn] = [await read('box'), await read('drawn')]
  const sealedBefore = new Set(before.map((row) => row.sealed.toString('hex')))
  const idsBefore = new Set(before.map((row) => row.id))
  for (const row of drawn) {
    expect(sealedBefore).not.toContain(row.sealed.toString('hex'))
    expect(idsBefore).not.toContain(row.id)
    expect(Object.keys(row).sort()).toEqual(['campaign_id', 'id', 'sealed', 'unit'])
  }
  const opened = [...left, ...drawn].map((row) => openResponse(secrets, campaign.id, row.sealed))
  const sorted = (list: SealedResponse[]) => list.map((one) => JSON.stringify(one)).sort()
  expect(sorted(opened)).toEqual(sorted(sent))
})

test('the tally is a recount of what was drawn, by group where weights are fixed', async () => {
  const { campaign, strata, unit } = await openUnit('AB', { LD: 12, CC: 15, TT: 13 })
  const sent = ['LD', 'CC', 'TT'].flatMap((group, at) =>
    Array.from({ length: [12, 15, 13][at]! }, () => responseOf(campaign, strata[group]!)),
  )
  await putIntoBox(system.deps, campaign, unit, sent)
  const counted = await count(campaign)
  expect(counted).toBeGreaterThanOrEqual(20)
  const { answerDb, secrets } = system.deps
  const drawn = await answerDb.$client`SELECT sealed FROM answer.drawn WHERE campaign_id = ${campaign.id}`
  const expected = new Map<string, number>()
  for (const { sealed } of drawn) {
    const { stratum, answers } = openResponse(secrets, campaign.id, sealed)
    const { group } = Object.values(strata).find(({ id }) => id === stratum)!
    const scored = Object.entries(answers).filter(([name]) => /^xa_(dh|tthc|cv|cds)_\d$/.test(name))
    for (const [name, level] of scored) {
      const key = `${group} ${name} ${level}`
      expected.set(key, (expected.get(key) ?? 0) + 1)
    }
  }
  const rows = await answerDb.$client`
    SELECT cell || ' ' || question || ' ' || level AS key, count FROM answer.tally WHERE campaign_id = ${campaign.id}`
  expect(Object.fromEntries(rows.map(({ key, count }) => [key, count]))).toEqual(Object.fromEntries(expected))
})

test('many workers that count at once count each response once', async () => {
  const { campaign, strata, unit } = await openUnit('AB', { CC: 60 })
  const other = await system.startAnother()
  const workers = [system.deps, other.deps, system.deps, other.deps]
  let arrived = 0
  for (const size of [12, 20, 28]) {
    await putIntoBox(
      system.deps,
      campaign,
      unit,
      Array.from({ length: size }, () => responseOf(campaign, strata.CC!)),
    )
    arrived += size
    const before = await readSizes(campaign)
    const counted = await Promise.all(workers.map((deps) => count(campaign, deps)))
    expect(counted.filter((number) => number > 0)).toEqual([before.box - 5])
    expect(await readSizes(campaign)).toMatchObject({ box: 5, drawn: arrived - 5, counted: arrived - 5 })
  }
  for (const base of (await readBases(campaign)).values()) expect(base).toBe(arrived - 5)
})

test('responses that arrive while counting goes on are neither lost nor counted twice', async () => {
  const { campaign, strata, unit } = await openUnit('AB', { CC: 80 })
  const send = () => putIntoBox(system.deps, campaign, unit, [responseOf(campaign, strata.CC!)])
  const work = Array.from({ length: 80 }, (_, at) => [send(), ...(at % 4 === 0 ? [count(campaign)] : [])]).flat()
  await Promise.all(work)
  await count(campaign)
  const { box, drawn, counted } = await readSizes(campaign)
  expect([box + drawn, counted]).toEqual([80, drawn])
  // Five stay at least; under ten the box is not opened again.
  expect(box).toBeGreaterThanOrEqual(5)
  expect(box).toBeLessThan(10)
})

test('a paused campaign is still counted; a closed one is not', async () => {
  const { campaign, strata, unit } = await openUnit('AB', { CC: 30 })
  const responses = Array.from({ length: 12 }, () => responseOf(campaign, strata.CC!))
  await putIntoBox(system.deps, campaign, unit, responses)
  await setIntake(system.deps, campaign.code, 'paused', OFFICER)
  expect(await count(campaign)).toBe(7)
  await closeCampaign(system.deps, campaign.code, OFFICER)
  expect(await count(campaign)).toBe(0)
  expect((await readSizes(campaign)).counted).toBe(12)
})

test('the job counts every full box of its campaign and tells those who watch', async () => {
  const roster = [
    { unit: 'AB', group: 'CC', people: 12 },
    { unit: 'HT', group: 'CC', people: 12 },
  ]
  const campaign = await createOpenCampaign(system.deps, { roster })
  for (const { unit } of roster) {
    const strata = await strataOf(system.deps, campaign.id, unit)
    const size = unit === 'AB' ? 11 : 9
    await putIntoBox(
      system.deps,
      campaign,
      unit,
      Array.from({ length: size }, () => responseOf(campaign, strata.CC!)),
    )
  }
  const told = Promise.withResolvers<void>()
  const stop = system.deps.changes.subscribe((change) => {
    if (change.campaign === campaign.id && change.kind === 'scores') told.resolve()
  })
  await runJob(countBox, system.deps, { campaignId: campaign.id })
  await told.promise
  stop()
  expect(await readSizes(campaign)).toMatchObject({ box: 14, drawn: 6, counted: 6 })
  await runJob(countBox, system.deps, { campaignId: 'unknown' })
})

test('the sweep leaves a hint for each campaign with a box, so that a lost hint loses nothing', async () => {
  await system.deps.queue.flush()
  const { campaign, strata, unit } = await openUnit('AB', { CC: 12 })
  await runJob(sweepBoxes, system.deps, {})
  const before = (await system.deps.queue.counts()).waiting!
  await putIntoBox(system.deps, campaign, unit, [responseOf(campaign, strata.CC!)])
  await system.deps.queue.flush()
  await runJob(sweepBoxes, system.deps, {})
  await runJob(sweepBoxes, system.deps, {})
  expect((await system.deps.queue.counts()).waiting).toBe(before + 1)
})

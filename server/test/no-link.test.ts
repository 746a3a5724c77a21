/**
 * Promise 1, by attempt: a campaign of some two hundred answers over HTTP, and then the database searched, while it is open
 * and after close, for any way from a respondent to a response. The test knows who answered what and when; whoever holds
 * a dump must not be able to tell.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { scrubCampaign } from '../campaigns/scrub.job.ts'
import { openResponse } from '../responses/sealed-response.ts'
import { countBox } from '../tally/count-box.job.ts'
import { createOpenCampaign, type TestCampaign, type TestPerson } from './campaign.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from './deps.ts'
import { bytesOf, type Dump, dumpDatabase, inFileOrder } from './dump.ts'
import { correlation, pearson, unlikely } from './order-statistics.ts'
import { commentOf, findIn, isAnswer, isIdentity, ownValues, readSampledColumns } from './own-values.ts'
import { answerAs, seededRandom, soundAnswers, startAs } from './respondent.ts'
import { seedOf } from './seed.ts'

const PEOPLE = { AB: { LD: 30, CC: 60, TT: 40 }, HT: { CC: 70, TT: 40 } }
const random = seededRandom(seedOf('no-link.test'))

/** In the order in which they answered. */
type Voter = { person: TestPerson; receipt: string; comment: string }

let system: TestSystem
let campaign: TestCampaign
let voters: Voter[]
let open: Dump
let closed: Dump
let sampled: string[]

beforeAll(async () => {
  system = await startTestSystem()
  const roster = Object.entries(PEOPLE).flatMap(([unit, groups]) =>
    Object.entries(groups).map(([group, people]) => ({ unit, group, people })),
  )
  campaign = await createOpenCampaign(system.deps, { roster })
  const order = campaign.people.map((person) => ({ person, at: random(1_000_000) })).sort((a, b) => a.at - b.at)
  voters = []
  // They began, and never sent: what they leave must tell no more than what the others leave.
  for (const { person } of order.slice(220, 232)) await startAs(system.app, person)
  for (const [at, { person }] of order.slice(0, 220).entries()) {
    await startAs(system.app, person)
    const comment = `góp ý kín số ${String(at).padStart(3, '0')}`
    const receipt = await answerAs(system.app, person, (json) => ({ ...soundAnswers(json, random), xa_gop_y: comment }))
    voters.push({ person, receipt, comment })
    if (at % 40 === 39) await runJob(countBox, system.deps, { campaignId: campaign.id })
  }
  await system.deps.db.$client`ANALYZE` // as autovacuum does in its own time
  sampled = await readSampledColumns(system.deps.db.$client)
  open = await dumpDatabase(system.deps.db.$client)
  await closeCampaign(system.deps, campaign.code, OFFICER)
  await runJob(scrubCampaign, system.deps, {})
  closed = await dumpDatabase(system.deps.db.$client)
})
afterAll(() => system.stop())

const orderOf = {
  invitation: (id: unknown) => voters.findIndex(({ person }) => person.invitation.id === id),
  receipt: (hash: unknown) =>
    voters.findIndex(({ receipt }) => (hash as Buffer).toString('base64url').startsWith(receipt)),
  comment: (comment: string) => voters.findIndex((voter) => voter.comment === comment),
}

test('the campaign is large enough for what follows to mean something', () => {
  expect(voters).toHaveLength(220)
  expect(open.get('answer.drawn')!.length).toBeGreaterThan(100)
  expect(open.get('answer.box')!.length).toBeGreaterThanOrEqual(10)
  expect(closed.get('answer.responses')).toHaveLength(220)
  for (const table of ['answer.box', 'answer.drawn', 'identity.stratum_keys']) expect(closed.get(table)).toEqual([])
})

describe.each(['open', 'closed'] as const)('a dump of the %s campaign', (when) => {
  const dump = () => (when === 'open' ? open : closed)

  test('holds nothing of a respondent outside the identity side, in no disguise', () => {
    const tokens = campaign.people.map(({ token }) => token)
    const needles = [...ownValues(dump(), isIdentity), ...tokens]
    expect(needles.length).toBeGreaterThan(1_500)
    const elsewhere = bytesOf(dump(), (table) => !isIdentity(table))
    expect(elsewhere.length).toBeGreaterThan(50_000)
    expect(findIn(elsewhere, needles)).toEqual([])
  })

  test('holds nothing of a response outside the answer side, in no disguise', () => {
    const receipts = voters.map(({ receipt }) => receipt)
    const needles = [...ownValues(dump(), isAnswer), ...voters.map(({ comment }) => comment), ...receipts]
    expect(needles.length).toBeGreaterThan(800)
    expect(
      findIn(
        bytesOf(dump(), (table) => !isAnswer(table)),
        needles,
      ),
    ).toEqual([])
  })

  test('holds no personal link, no SECRET_KEY and no key made from it', () => {
    const purposes = ['box', 'stratum-key', 'link', 'jwt', 'csrf', 'totp', 'webhook']
    const keys = [system.secretKey, ...purposes.map((purpose) => system.deps.secrets.key(purpose))]
    const everything = bytesOf(dump(), () => true)
    expect(findIn(everything, keys)).toEqual([])
    const links = campaign.people.filter(({ token }) => everything.includes(token))
    expect(links).toEqual([])
  })

  test('has no row of the answer side that refers to the identity side', async () => {
    const rows = await system.deps.db.$client`
      SELECT conname FROM pg_constraint WHERE contype = 'f'
        AND (conrelid::regclass::text LIKE 'answer.%' OR confrelid::regclass::text LIKE 'answer.%')`
    expect(rows).toHaveLength(0)
  })
})

test('of beginning, only the day is kept, on the one row that close writes anew', async () => {
  const days = (dump: Dump) => dump.get('identity.invitations')!.filter(({ values }) => values.started_on !== null)
  expect([days(open).length, days(closed).length]).toEqual([232, 232])
  const rows = await system.deps.db.$client<{ column: string; type: string }[]>`
    SELECT table_schema || '.' || table_name || '.' || column_name AS column, data_type AS type
    FROM information_schema.columns WHERE column_name ~ 'start' AND table_schema IN ('identity', 'answer', 'campaign')`
  expect([...rows].sort((a, b) => a.column.localeCompare(b.column))).toEqual([
    { column: 'identity.invitations.started_on', type: 'date' },
    { column: 'identity.waves.starts_at', type: 'timestamp with time zone' },
  ])
  const told = await system.deps.db.$client`SELECT FROM staff.audit WHERE action ~ 'start'`
  expect(told).toHaveLength(0)
})

test('the answer side keeps no time, and no day but that of the frozen result', async () => {
  const rows = await system.deps.db.$client<{ column: string }[]>`
    SELECT table_name || '.' || column_name AS column FROM information_schema.columns
    WHERE table_schema = 'answer' AND (data_type LIKE 'time%' OR data_type LIKE 'date%' OR data_type = 'interval')`
  expect(rows.map(({ column }) => column)).toEqual(['snapshots.created_on'])
  const counters = await system.deps.db.$client`SELECT FROM pg_sequences WHERE schemaname = 'answer'`
  expect(counters).toHaveLength(0)
})

test('what PostgreSQL keeps for its planner has samples of nothing sealed and of no blinded message’s hash', async () => {
  for (const columns of [sampled, await readSampledColumns(system.deps.db.$client)]) {
    expect(columns).toContain('answer.receipts.stratum_id')
    expect(columns.filter((column) => /sealed|blinded_hash/.test(column))).toEqual([])
  }
})

describe('while the campaign is open', () => {
  test('no answer can be read: neither words nor levels nor which questions were answered', () => {
    const sealed = bytesOf(open, (table) => ['answer.box', 'answer.drawn', 'answer.receipts'].includes(table))
    for (const word of ['xa_dh_1', 'xa_gop_y', 'góp ý']) expect(sealed.includes(word)).toBe(false)
    // Three bytes turn up by chance in one run of some hundred; a level that could be read would stand in nearly every response.
    expect(sealed.toString('latin1').split('"A"').length - 1).toBeLessThan(3)
    const everything = bytesOf(open, () => true)
    expect(voters.filter(({ comment }) => everything.includes(comment))).toEqual([])
  })

  test('sealed responses are all of one size, so that length does not tell them apart', () => {
    const sizes = ['answer.box', 'answer.drawn'].flatMap((table) =>
      open.get(table)!.map(({ values }) => (values.sealed as Buffer).length),
    )
    expect(new Set(sizes).size).toBe(1)
  })

  test('what was drawn together is at least k responses of one unit, in an order that says nothing of arrival', () => {
    const batches = Map.groupBy(open.get('answer.drawn')!, ({ version, values }) => `${version} ${values.unit}`)
    expect(batches.size).toBeGreaterThan(3)
    const ranks: number[] = []
    for (const batch of batches.values()) {
      expect(batch.length).toBeGreaterThanOrEqual(5)
      const orders = inFileOrder(batch).map(({ values }) => {
        const { answers } = openResponse(system.deps.secrets, campaign.id, values.sealed as Buffer)
        return orderOf.comment(commentOf(answers))
      })
      expect(orders).not.toContain(-1)
      // Ranks within the batch; batches themselves follow each other in time, as anybody may know.
      const sorted = [...orders].sort((a, b) => a - b)
      ranks.push(...orders.map((order) => sorted.indexOf(order) / orders.length))
      const inOrder = orders.filter((order, at) => at > 0 && order > orders[at - 1]!).length
      expect(inOrder).toBeLessThan(orders.length - 1)
    }
    const places = [...batches.values()].flatMap((batch) => batch.map((_, at) => at / batch.length))
    expect(Math.abs(pearson(places, ranks))).toBeLessThan(unlikely(ranks.length))
  })

  test('no row that was drawn stands in a version with a row of the identity side', () => {
    const versionsOf = (choose: (table: string) => boolean) =>
      new Set([...open].filter(([table]) => choose(table)).flatMap(([, rows]) => rows.map(({ version }) => version)))
    const identity = versionsOf((table) => table === 'identity.invitations')
    expect([...versionsOf(isAnswer)].filter((version) => identity.has(version))).toEqual([])
  })

  test('versions of rows do tell who answered when, which is why close rewrites them', () => {
    // Shows that the measure below can fail.
    const rows = open.get('identity.invitations')!.toSorted((a, b) => Number(a.version) - Number(b.version))
    const orders = rows.map(({ values }) => orderOf.invitation(values.id)).filter((order) => order >= 0)
    expect(correlation(orders)).toBeGreaterThan(0.99)
  })
})

describe('after close', () => {
  const tables = {
    invitations: () =>
      inFileOrder(closed.get('identity.invitations')!).map(({ values }) => orderOf.invitation(values.id)),
    receipts: () =>
      inFileOrder(closed.get('answer.receipts')!).map(({ values }) => orderOf.receipt(values.message_hash)),
    responses: () =>
      inFileOrder(closed.get('answer.responses')!).map(({ values }) => orderOf.comment(commentOf(values.answers))),
    'responses by id': () =>
      closed
        .get('answer.responses')!
        .toSorted((a, b) => (String(a.values.id) < String(b.values.id) ? -1 : 1))
        .map(({ values }) => orderOf.comment(commentOf(values.answers))),
  }

  test.each(Object.entries(tables))('the order of %s says nothing of the order of answering', (_, read) => {
    const orders = read().filter((order) => order >= 0)
    expect(orders).toHaveLength(220)
    expect(Math.abs(correlation(orders))).toBeLessThan(unlikely(orders.length))
    const neighbours = orders.filter((order, at) => at > 0 && order === orders[at - 1]! + 1).length
    expect(neighbours, 'pairs that follow each other as they answered').toBeLessThan(12)
  })

  test('people, receipts and responses do not stand in the same order as each other', () => {
    const names = ['invitations', 'receipts', 'responses'] as const
    const places = names.map((name) => {
      const orders = tables[name]().filter((order) => order >= 0)
      return voters.map((_, voter) => orders.indexOf(voter))
    })
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(Math.abs(pearson(places[one]!, places[other]!)), `${names[one]} and ${names[other]}`).toBeLessThan(
        unlikely(220),
      )
      const same = places[one]!.filter((place, voter) => place === places[other]![voter]).length
      expect(same, 'at the same place in both').toBeLessThan(12)
    }
  })

  test('every row of a table is of one version, and no table of one side shares it with a single row of the other', () => {
    for (const table of ['identity.invitations', 'answer.receipts', 'answer.responses', 'answer.unit_counts']) {
      expect(new Set(closed.get(table)!.map(({ version }) => version)).size, table).toBe(1)
    }
  })

  test('each person still finds their own receipt in the public list', async () => {
    const reply = await system.app.inject({ url: `/api/campaigns/${campaign.code}/receipts` })
    expect(reply.json()).toEqual({ count: 220, receipts: voters.map(({ receipt }) => receipt).sort() })
  })
})

import { createPrivateKey, createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRoster } from '../roster/import-roster.ts'
import { createDraft, createOpenCampaign, rosterCsv, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { readLinkOf } from '../test/respondent.ts'
import { createCampaign } from './create-campaign.ts'
import { definitionHash } from './definition-hash.ts'
import { noticeText } from './notice-text.ts'
import { openCampaign } from './open-campaign.ts'
import { findCampaign } from './queries.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const open = (code: string, deps = system.deps) => openCampaign(deps, code, OFFICER)

/** Everything that opening may touch, as counts and values. */
async function traces({ id, code }: TestCampaign) {
  const { $client } = system.deps.db
  const rows = await $client`
    SELECT (SELECT status FROM campaign.campaigns WHERE id = ${id}) AS status,
      (SELECT opening FROM campaign.campaigns WHERE id = ${id}) AS opening,
      (SELECT opens_at IS NOT NULL FROM campaign.campaigns WHERE id = ${id}) AS "hasTime",
      (SELECT count(*)::int FROM campaign.strata WHERE campaign_id = ${id}) AS strata,
      (SELECT count(*)::int FROM identity.stratum_keys k JOIN campaign.strata s ON s.id = k.stratum_id WHERE s.campaign_id = ${id}) AS keys,
      (SELECT count(stratum_id)::int FROM identity.invitations WHERE campaign_id = ${id}) AS assigned,
      (SELECT count(*)::int FROM identity.invitations WHERE campaign_id = ${id}) AS invitations,
      (SELECT coalesce(max(revision), 0)::int FROM answer.revisions WHERE campaign_id = ${id}) AS revision,
      (SELECT count(*)::int FROM staff.audit WHERE campaign = ${code} AND action = 'campaign.open') AS audited`
  return rows[0]!
}
const UNTOUCHED = {
  status: 'draft',
  opening: null,
  hasTime: false,
  strata: 0,
  keys: 0,
  assigned: 0,
  revision: 0,
  audited: 0,
}

test('opening invites everybody into a stratum of their unit and group', async () => {
  const roster = [
    { unit: 'AB', group: 'LD', people: 6 },
    { unit: 'AB', group: 'CC', people: 8 },
    { unit: 'HT', group: 'CC', people: 5 },
  ]
  const draft = await createDraft(system.deps, { roster })
  expect(await traces(draft)).toMatchObject(UNTOUCHED)
  expect(await open(draft.code)).toEqual({
    status: 'open',
    invitations: 19,
    strata: roster.map(({ unit, group, people }) => ({ unit, group, invited: people })),
  })
  expect(await traces(draft)).toEqual({
    ...{ status: 'open', opening: null, hasTime: true, strata: 3, keys: 3 },
    ...{ assigned: 19, invitations: 19, revision: 1, audited: 1 },
  })
  const rows = await system.deps.db.$client`
    SELECT i.unit, i.group_code, s.unit AS "ofUnit", s.group_code AS "ofGroup", s.invited, count(*)::int AS people
    FROM identity.invitations i JOIN campaign.strata s ON s.id = i.stratum_id WHERE i.campaign_id = ${draft.id}
    GROUP BY 1, 2, 3, 4, 5`
  expect(rows).toHaveLength(3)
  for (const row of rows) expect([row.unit, row.group_code, row.people]).toEqual([row.ofUnit, row.ofGroup, row.invited])
})

test('each stratum has a key pair of its own, and the private half lies sealed', async () => {
  const campaign = await createOpenCampaign(system.deps, {
    roster: [
      { unit: 'AB', group: 'CC', people: 5 },
      { unit: 'HT', group: 'CC', people: 5 },
    ],
  })
  const rows = await system.deps.db.$client`
    SELECT s.id, s.public_key, k.sealed_private_key AS sealed
    FROM campaign.strata s JOIN identity.stratum_keys k ON k.stratum_id = s.id WHERE s.campaign_id = ${campaign.id}`
  expect(new Set(rows.map((row) => row.public_key.toString('hex'))).size).toBe(2)
  for (const { id, public_key, sealed } of rows) {
    const der = system.deps.secrets.open('stratum-key', id, sealed)
    const publicHalf = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
    expect(publicHalf.export({ format: 'der', type: 'spki' }).equals(public_key)).toBe(true)
    expect(publicHalf.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n })
    expect(sealed.includes(der.subarray(30, 60))).toBe(false)
    const other = rows.find((row) => row.id !== id)!
    expect(() => system.deps.secrets.open('stratum-key', other.id, sealed)).toThrow()
  }
})

test('opening twice at once invites each person once, over two processes', async () => {
  const draft = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 9 }] })
  const other = await system.startAnother()
  const outcomes = await Promise.allSettled([open(draft.code), open(draft.code, other.deps), open(draft.code)])
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason.code)
  expect(refused).toHaveLength(2)
  for (const code of refused) expect(['campaign-busy', 'campaign-not-draft']).toContain(code)
  expect(await traces(draft)).toMatchObject({
    status: 'open',
    strata: 1,
    keys: 1,
    assigned: 9,
    revision: 1,
    audited: 1,
  })
  await expect(open(draft.code)).rejects.toMatchObject({ code: 'campaign-not-draft', status: 409 })
})

test('strata that invite fewer than k are merged, those of one questionnaire first', async () => {
  const draft = await createDraft(system.deps, {
    roster: [
      { unit: 'AB', group: 'LD', people: 2 },
      { unit: 'AB', group: 'CC', people: 7 },
      { unit: 'AB', group: 'TT', people: 6 },
    ],
  })
  const { strata } = await open(draft.code)
  expect(strata).toContainEqual({ unit: 'AB', group: 'LD', invited: 2, mergedInto: 'CC' })
  expect(strata).toContainEqual({ unit: 'AB', group: 'TT', invited: 6 })
  const rows = await system.deps.db.$client`
    SELECT group_code AS "group", groups, invited, questionnaire FROM campaign.strata WHERE campaign_id = ${draft.id}
    ORDER BY 1`
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { group: 'CC', groups: ['LD', 'CC'], invited: 9, questionnaire: 'can-bo' },
    { group: 'TT', groups: ['TT'], invited: 6, questionnaire: 'thon-to' },
  ])
  expect(await traces(draft)).toMatchObject({ strata: 2, assigned: 15 })
})

test('a unit with fewer than k people is refused by name, and nothing has changed', async () => {
  const draft = await createDraft(system.deps, {
    roster: [
      { unit: 'AB', group: 'CC', people: 9 },
      { unit: 'HT', group: 'LD', people: 2 },
      { unit: 'HT', group: 'TT', people: 2 },
    ],
  })
  const { name } = draft.definition.blocks[0]!.units.find(({ code }) => code === 'HT')!
  await expect(open(draft.code)).rejects.toMatchObject({
    code: 'unit-too-small',
    details: [{ unit: name, invited: 4 }],
  })
  expect(await traces(draft)).toMatchObject({ ...UNTOUCHED, invitations: 13 })
})

test('a campaign’s own minimum decides, not the definition’s', async () => {
  const draft = await createDraft(system.deps, { minimumCell: 3, roster: [{ unit: 'AB', group: 'CC', people: 3 }] })
  expect((await open(draft.code)).invitations).toBe(3)
  const strict = await createDraft(system.deps, { minimumCell: 8, roster: [{ unit: 'AB', group: 'CC', people: 7 }] })
  await expect(open(strict.code)).rejects.toMatchObject({ code: 'unit-too-small' })
  expect(strict.definition.minimumCell).toBe(8)
  expect(noticeText(strict.definition)).toContain('ít nhất 8 phiếu')
})

test('an empty roster and an unknown campaign are refused', async () => {
  const draft = await createDraft(system.deps, { roster: [] })
  await expect(open(draft.code)).rejects.toMatchObject({ code: 'roster-empty', status: 409 })
  expect(await traces(draft)).toMatchObject(UNTOUCHED)
  await expect(open('khong-co')).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
})

test('a definition that does not add up is not opened, whatever was true when it was created', async () => {
  const draft = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 9 }] })
  await system.deps.db.$client`
    UPDATE campaign.campaigns SET definition = jsonb_set(definition, '{surveyMax}', '"31"') WHERE id = ${draft.id}`
  await expect(open(draft.code)).rejects.toMatchObject({ code: 'definition-invalid', status: 422 })
  expect(await traces(draft)).toMatchObject(UNTOUCHED)
})

test('the definition is frozen: files that change afterwards change neither the campaign nor what people are asked', async () => {
  const definitions = structuredClone(system.deps.definitions)
  const deps = { ...system.deps, definitions }
  const campaign = await createOpenCampaign(deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
  const entry = definitions.find(({ slug }) => slug === 'example-commune')!
  const before = await readLinkOf(system.app, campaign.people[0]!)
  entry.definition!.blocks[0]!.questionnaires['can-bo'] = { elements: [] }
  entry.definition!.title = 'khác'
  expect(await readLinkOf(system.app, campaign.people[0]!)).toEqual(before)
  const { definition, definitionHash: hash } = (await findCampaign(system.deps.db, campaign.code))!
  expect(definition.title).not.toBe('khác')
  expect(definitionHash(definition)).toBe(hash)
})

test('after opening the roster is closed, and one that comes during opening is either in wholly or refused', async () => {
  const draft = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 9 }] })
  const file = { name: 'them.csv', data: Buffer.from(rosterCsv([{ unit: 'HT', group: 'CC', people: 6 }], 91)) }
  const addMore = () => importRoster(system.deps, draft.code, file, {}, OFFICER)
  const [opened, imported] = await Promise.allSettled([open(draft.code), addMore()])
  if (opened.status === 'rejected') {
    expect(opened.reason.code).toBe('campaign-busy')
    await open(draft.code)
  }
  const { status, invitations, assigned } = await traces(draft)
  expect(status).toBe('open')
  expect(invitations).toBe(imported.status === 'fulfilled' ? 15 : 9)
  expect(assigned).toBe(invitations)
  await expect(addMore()).rejects.toMatchObject({ code: 'campaign-not-draft' })
})

test('progress is shown while the keys are made, and no more afterwards', async () => {
  const roster = ['AB', 'HT', 'TP'].flatMap((unit) => ['LD', 'CC', 'TT'].map((group) => ({ unit, group, people: 5 })))
  const draft = await createDraft(system.deps, { roster })
  const seen: ({ done: number; total: number } | null)[] = []
  const reads: Promise<unknown>[] = []
  const stop = system.deps.changes.subscribe(({ campaign }) => {
    if (campaign === draft.id)
      reads.push(findCampaign(system.deps.db, draft.code).then((row) => seen.push(row!.opening)))
  })
  await open(draft.code)
  await Promise.all(reads)
  stop()
  expect(seen).toContainEqual({ done: expect.any(Number), total: 9 })
  expect(await traces(draft)).toMatchObject({ status: 'open', opening: null, strata: 9 })
})

test('creating: a code is taken once, and bad wishes are refused before anything is written', async () => {
  const create = (wish: object) =>
    createCampaign(system.deps, { definition: 'example-commune', code: 'tao-moi', ...wish }, OFFICER)
  const past = new Date(Date.now() - 1_000).toISOString()
  await expect(create({ definition: 'khong-co' })).rejects.toMatchObject({ code: 'definition-unknown' })
  await expect(create({ minimumCell: 2 })).rejects.toMatchObject({ code: 'minimum-cell-low' })
  await expect(create({ closesAt: past })).rejects.toMatchObject({ code: 'closes-at-past' })
  expect(await findCampaign(system.deps.db, 'tao-moi')).toBeUndefined()
  const outcomes = await Promise.allSettled([create({}), create({}), create({})])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(create({})).rejects.toMatchObject({ code: 'campaign-exists' })
})

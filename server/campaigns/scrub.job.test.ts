import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from '../test/deps.ts'
import { holdLock } from '../test/held-lock.ts'
import { answerAs } from '../test/respondent.ts'
import { closeCampaign } from './close-campaign.ts'
import { findCampaign, updateCampaign } from './queries.ts'
import { scrubCampaign } from './scrub.job.ts'

const ROSTER = [
  { unit: 'AB', group: 'CC', people: 30 },
  { unit: 'HT', group: 'CC', people: 30 },
]
let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const close = (code: string) => closeCampaign(system.deps, code, OFFICER)

const scrubbedAt = async ({ code }: TestCampaign) => (await findCampaign(system.deps.db, code))!.scrubbedAt
/** As the sweep does: again and again, because other tests' transactions on the same server may be in the way. */
const scrub = (campaign: TestCampaign) =>
  vi.waitFor(
    async () => {
      await runJob(scrubCampaign, system.deps, {})
      expect(await scrubbedAt(campaign)).not.toBeNull()
    },
    { timeout: 30_000 },
  )

/** Messages that were not sent because their people had answered, each found out by another run. */
async function withdrawAnswered({ id, people }: TestCampaign, count: number): Promise<void> {
  const { $client: sql } = system.deps.db
  await sql`INSERT INTO identity.waves (id, campaign_id, number, kind, channels, starts_at)
    VALUES (${id}, ${id}, 1, 'invitation', '{email}', now())`
  for (const person of people.slice(0, count)) {
    await sql`INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, state, due_at)
      VALUES (${person.id}, ${id}, ${id}, ${person.id}, 'email', 'queued', now())`
    await sql`UPDATE identity.deliveries SET state = 'withdrawn', failure = 'answered' WHERE id = ${person.id}`
  }
}

test('after close every row of both sides is of one and the same version', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  for (const person of campaign.people.slice(0, 12)) await answerAs(system.app, person)
  await withdrawAnswered(campaign, 12)
  await close(campaign.code)
  await scrub(campaign)
  for (const table of [
    'identity.invitations',
    'identity.deliveries',
    'answer.receipts',
    'answer.responses',
    'answer.tally',
    'answer.unit_counts',
  ]) {
    const rows = await system.deps.db.$client.unsafe(
      `SELECT count(DISTINCT xmin::text)::int AS versions, count(*)::int AS rows FROM ${table} WHERE campaign_id = $1`,
      [campaign.id],
    )
    expect(rows[0], table).toMatchObject({ versions: 1 })
    expect(rows[0]!.rows, table).toBeGreaterThan(0)
  }
})

test('the scrub leaves nothing of what close deleted in the tables’ files, is done once, and the sweep catches up', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  const { db } = system.deps
  for (const person of campaign.people.slice(0, 12)) await answerAs(system.app, person)
  const [hashes, box, keys] = await Promise.all([
    db.$client`SELECT blinded_hash AS bytes FROM identity.invitations WHERE blinded_hash IS NOT NULL AND campaign_id = ${campaign.id}`,
    db.$client`SELECT sealed AS bytes FROM answer.box WHERE campaign_id = ${campaign.id}`,
    db.$client`SELECT sealed_private_key AS bytes FROM identity.stratum_keys k JOIN campaign.strata s ON s.id = k.stratum_id
      WHERE s.campaign_id = ${campaign.id}`,
  ])
  // Long values may be stored out of line in chunks; the first bytes stand together.
  const secrets = [...hashes, ...box, ...keys].map((row) => row.bytes.subarray(0, 32) as Buffer)
  expect(secrets).toHaveLength(12 + 12 + 2)
  /** The files of the tables, their TOAST tables and indexes, as they are on the disk. */
  async function readFiles(): Promise<Buffer[]> {
    await db.$client`CHECKPOINT`
    const rows = await db.$client`
      WITH tables AS (
        SELECT c.oid FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN ('identity'::regnamespace, 'answer'::regnamespace)
      ), files AS (
        SELECT oid FROM tables
        UNION SELECT reltoastrelid FROM pg_class WHERE oid IN (SELECT oid FROM tables) AND reltoastrelid <> 0
        UNION SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT oid FROM tables)
      )
      SELECT pg_read_binary_file(pg_relation_filepath(oid)) AS file FROM files`
    return rows.map((row) => row.file)
  }
  const found = (files: Buffer[]) => secrets.filter((secret) => files.some((file) => file.includes(secret))).length
  expect(found(await readFiles()), 'before close they are there to be found').toBe(secrets.length)
  await close(campaign.code)
  await scrub(campaign)
  expect(found(await readFiles())).toBe(0)

  const first = await scrubbedAt(campaign)
  await runJob(scrubCampaign, system.deps, {})
  expect(await scrubbedAt(campaign)).toEqual(first)
  await updateCampaign(db, campaign.id, { scrubbedAt: null })
  await scrub(campaign)
})

test('the scrub gives way to whoever reads a table for long, holds up others for seconds only, and comes again', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER.slice(0, 1) })
  for (const person of campaign.people.slice(0, 6)) await answerAs(system.app, person)
  await close(campaign.code)
  const backup = await holdLock(system.databaseUrl, 'SELECT count(*) FROM answer.receipts')
  try {
    const scrubbing = runJob(scrubCampaign, system.deps, {})
    await backup.blocks()
    const began = performance.now()
    const read = await system.app.inject({ url: `/api/campaigns/${campaign.code}/receipts` })
    expect(read.json().count).toBe(6)
    expect(performance.now() - began).toBeLessThan(4_000)
    await scrubbing
    expect(await scrubbedAt(campaign)).toBeNull()
  } finally {
    await backup.release()
  }
  await scrub(campaign)
})

test.each([
  ['a snapshot', 'REPEATABLE READ', 'SELECT 1'],
  ['a transaction that has written and stands idle', 'READ COMMITTED', 'SELECT pg_current_xact_id()'],
])('the scrub waits for %s from before the close', async (_, level, statement) => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER.slice(0, 1) })
  for (const person of campaign.people.slice(0, 6)) await answerAs(system.app, person)
  const older = new pg.Client({ connectionString: system.databaseUrl })
  await older.connect()
  try {
    await older.query(`BEGIN ISOLATION LEVEL ${level}`)
    await older.query(statement)
    await close(campaign.code)
    await runJob(scrubCampaign, system.deps, {})
    expect(await scrubbedAt(campaign)).toBeNull()
  } finally {
    await older.end()
  }
  await scrub(campaign)
})

test('the scrub does not wait for a session on another database of the server', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER.slice(0, 1) })
  for (const person of campaign.people.slice(0, 6)) await answerAs(system.app, person)
  const stranger = new pg.Client({ connectionString: inject('databaseServer') })
  await stranger.connect()
  try {
    await stranger.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    await stranger.query('SELECT 1')
    await close(campaign.code)
    await scrub(campaign)
  } finally {
    await stranger.end()
  }
})

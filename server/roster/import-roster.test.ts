import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDb, type Db, type Tx } from '../db/client.ts'
import { campaigns, invitations, respondents } from '../db/schema.ts'
import { audit } from '../db/staff-schema.ts'
import { AppError } from '../errors.ts'
import { createSecrets, sha256 } from '../secrets.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { type ImportOptions, importRoster } from './import-roster.ts'
import { assignStrata, countByCell } from './queries.ts'
import { createDraft, csv, fixture, HEADER, officer, xlsx } from './roster.fixture.ts'

const secrets = createSecrets(Buffer.alloc(32, 7))
let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb(database.url)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

const run = (code: string, file: SpreadsheetFile, options: ImportOptions = {}) =>
  importRoster({ db, secrets }, code, file, options, officer)
const people = (code: string) => db.select().from(respondents).where(eq(respondents.campaignId, code))
const invited = (code: string) => db.select().from(invitations).where(eq(invitations.campaignId, code))

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => new Error('accepted'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof AppError) return error
  throw error
}

const GOOD = csv(
  [
    'Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm,Chức vụ,Mã',
    'Nguyễn Văn Nam,nam@tinh.example,0912345678,SNV; STC,LDS,Giám đốc,CB-01',
    'Trần Thị Lan,,0987654321,Sở Y tế,Công chức,,',
  ].join('\n'),
)

describe('importRoster', () => {
  it('stores people, invitations, the hash of each link, and an audit entry with counts only', async () => {
    const code = await createDraft(db)
    const report = await run(code, GOOD)
    expect(report).toMatchObject({
      rows: 2,
      accepted: 2,
      rejected: [],
      duplicates: [],
      added: { respondents: 2, invitations: 3 },
    })
    const stored = await people(code)
    expect(
      stored
        .map(({ fullName, email, phone, position, externalCode }) => [fullName, email, phone, position, externalCode])
        .sort(),
    ).toEqual([
      ['Nguyễn Văn Nam', 'nam@tinh.example', '84912345678', 'Giám đốc', 'CB-01'],
      ['Trần Thị Lan', null, '84987654321', null, null],
    ])
    for (const { id, linkHash } of stored) expect(linkHash).toEqual(sha256(secrets.linkToken(id, 1)))
    expect(
      (await invited(code)).map(({ block, unit, group, stratumId }) => [block, unit, group, stratumId]).sort(),
    ).toEqual([
      ['so', 'SNV', 'LDS', null],
      ['so', 'STC', 'LDS', null],
      ['so', 'SYT', 'CCVC', null],
    ])
    const [entry] = await db.select().from(audit).where(eq(audit.campaign, code))
    expect(entry).toMatchObject({ actor: officer.email, action: 'roster.import' })
    expect(JSON.stringify(entry?.details)).not.toMatch(/Nam|nam@|84912/)
  })

  it('adds nobody twice when the same file comes again', async () => {
    const code = await createDraft(db)
    await run(code, GOOD)
    const before = [await people(code), await invited(code)]
    const report = await run(code, GOOD)
    expect(report).toMatchObject({
      accepted: 2,
      added: { respondents: 0, invitations: 0 },
      updated: { respondents: 0, invitations: 0 },
    })
    expect([await people(code), await invited(code)]).toEqual(before)
  })

  it('adds nobody twice when the same file comes twice at once', async () => {
    const code = await createDraft(db)
    const imports = await whileLocked(code, () => [run(code, GOOD), run(code, GOOD), run(code, GOOD)])
    const reports = await Promise.all(imports)
    expect(reports.map(({ added }) => added.respondents).sort()).toEqual([0, 0, 2])
    expect(await people(code)).toHaveLength(2)
  })

  it('read by a definition that is edited meanwhile changes nothing: its units may be none any more', async () => {
    const code = await createDraft(db)
    const [work] = await whileLocked(code, (tx) => {
      void tx.update(campaigns).set({ definitionVersion: 2 }).where(eq(campaigns.id, code)).execute()
      return [run(code, GOOD)]
    })
    expect(await refusal(work!)).toMatchObject({ status: 409, code: 'campaign-busy' })
    expect(await people(code)).toEqual([])
    expect(await run(code, GOOD)).toMatchObject({ accepted: 2 })
  })

  it('corrects people and groups by a later file, and keeps their links', async () => {
    const code = await createDraft(db)
    await run(code, GOOD)
    const before = await people(code)
    const later = csv(
      'Họ tên,Email,SĐT,Đơn vị,Nhóm\nNguyễn Văn Nam,nam.moi@tinh.example,0912345678,SNV,LDP\nTrần Thị Lan,lan@tinh.example,0987654321,STP,Công chức',
    )
    expect(await run(code, later)).toMatchObject({
      added: { respondents: 0, invitations: 1 },
      updated: { respondents: 2, invitations: 1 },
    })
    const after = await people(code)
    expect(after.map(({ email }) => email).sort()).toEqual(['lan@tinh.example', 'nam.moi@tinh.example'])
    expect(after.map(({ linkHash }) => linkHash.toString('hex')).sort()).toEqual(
      before.map(({ linkHash }) => linkHash.toString('hex')).sort(),
    )
    expect((await invited(code)).map(({ unit, group }) => `${unit}/${group}`).sort()).toEqual([
      'SNV/LDP',
      'STC/LDS',
      'STP/CCVC',
      'SYT/CCVC',
    ])
  })

  it('changes nothing in a rehearsal', async () => {
    const code = await createDraft(db)
    const report = await run(code, await fixture('danh-sach.xlsx'), { dryRun: true })
    expect(report).toMatchObject({
      rows: 8,
      accepted: 5,
      duplicates: [{ row: 14, of: 7 }],
      added: { respondents: 5, invitations: 6 },
    })
    expect(new Set(report.rejected.map(({ row }) => row))).toEqual(new Set([11, 15]))
    expect(report.strata).toContainEqual({ unit: 'SNV', group: 'LDS', invited: 1, small: true })
    expect(await people(code)).toEqual([])
    expect(await db.select().from(audit).where(eq(audit.campaign, code))).toEqual([])
  })

  it('refuses a file with rejected rows, giving the whole report, and changes nothing', async () => {
    const code = await createDraft(db)
    const error = await refusal(run(code, await fixture('danh-sach.xlsx')))
    expect(error).toMatchObject({ code: 'roster-rejected', status: 422, details: { rows: 8, accepted: 5 } })
    expect(await people(code)).toEqual([])
  })

  it('imports the accepted rows of such a file when told to', async () => {
    const code = await createDraft(db)
    const report = await run(code, await fixture('danh-sach.xlsx'), { partial: true })
    expect(report.accepted).toBe(5)
    expect(await people(code)).toHaveLength(5)
    expect(await invited(code)).toHaveLength(6)
  })

  it('refuses any import once the campaign is open, also a rehearsal, also while it is being opened', async () => {
    const open = await createDraft(db, 'open')
    for (const dryRun of [true, false])
      expect((await refusal(run(open, GOOD, { dryRun }))).code).toBe('campaign-not-draft')
    const draft = await createDraft(db)
    const [started] = await whileLocked(draft, (tx) => [
      tx
        .update(campaigns)
        .set({ status: 'open' })
        .where(eq(campaigns.id, draft))
        .then(() => run(draft, GOOD)),
    ])
    expect((await refusal(started!)).code).toBe('campaign-not-draft')
    expect(await people(draft)).toEqual([])
  })

  it('knows no campaign by an unknown code', async () => {
    expect((await refusal(run('khong-co', GOOD))).code).toBe('campaign-unknown')
  })

  it('imports 50,000 rows, in seconds', async () => {
    const code = await createDraft(db)
    const units = ['SNV', 'Sở Tài chính', 'Sở Y tế', 'Sở Tư pháp']
    const rows = Array.from({ length: 50_000 }, (_, index) => [
      `Nguyễn Văn ${index}`,
      `nguoi${index}@tinh.example`,
      912_000_000 + index,
      units[index % 4]!,
      'Công chức',
    ])
    const file = await xlsx([HEADER, ...rows])
    const started = performance.now()
    const report = await run(code, file)
    console.log(`50,000 rows imported in ${Math.round(performance.now() - started)} ms`)
    expect(report).toMatchObject({
      rows: 50_000,
      accepted: 50_000,
      added: { respondents: 50_000, invitations: 50_000 },
    })
    expect(await countByCell(db, code)).toContainEqual({ block: 'so', unit: 'STC', group: 'CCVC', invited: 12_500 })
  }, 240_000)
})

describe('queries for opening', () => {
  it('counts cells and gives each its stratum', async () => {
    const code = await createDraft(db)
    await run(code, GOOD)
    const cells = await countByCell(db, code)
    expect(cells.map(({ unit, group, invited: count }) => [unit, group, count])).toEqual([
      ['SNV', 'LDS', 1],
      ['STC', 'LDS', 1],
      ['SYT', 'CCVC', 1],
    ])
    const mapping = cells.map(({ unit, group }) => ({ unit, group, stratumId: `${unit}-stratum` }))
    expect(await db.transaction((tx) => assignStrata(tx, code, mapping))).toBe(3)
    expect((await invited(code)).every(({ unit, stratumId }) => stratumId === `${unit}-stratum`)).toBe(true)
  })
})

/** Starts imports while another transaction holds the campaign, and lets go when each of them waits for it. */
async function whileLocked<Work>(code: string, start: (tx: Tx) => Promise<Work>[]): Promise<Promise<Work>[]> {
  return (
    await db.transaction(async (tx) => {
      await tx.select().from(campaigns).where(eq(campaigns.id, code)).for('update')
      const started = start(tx)
      for (const work of started) work.catch(() => {})
      await expect.poll(countWaiting, { timeout: 30_000 }).toBe(started.length)
      return { started }
    })
  ).started
}

async function countWaiting(): Promise<number> {
  const [row] = await db.$client`
    SELECT count(*)::integer AS count FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database()`
  return row?.count
}

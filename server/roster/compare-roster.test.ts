import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDb, type Db } from '../db/client.ts'
import { invitations, respondents } from '../db/schema.ts'
import { audit } from '../db/staff-schema.ts'
import { AppError } from '../errors.ts'
import { createSecrets } from '../secrets.ts'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { type ImportOptions, importRoster } from './import-roster.ts'
import { createDraft, csv, officer } from './roster.fixture.ts'
import type { ImportProgress } from './schemas.ts'

const secrets = createSecrets(Buffer.alloc(32, 7))
let database: TestDatabase
let db: Db
let code: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb(database.url)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})
beforeEach(async () => {
  code = await createDraft(db)
  await run([NAM, LAN, MAI])
})

const NAM = 'Nguyễn Văn Nam,nam@so.example,0912345678,SNV; STC,LDS,Giám đốc'
const LAN = 'Trần Thị Lan,lan@so.example,0987654321,SYT,LDS,'
const MAI = 'Vì Thị Mai,mai@so.example,,STC,CCVC,'
const run = (rows: string[], options: ImportOptions = {}) =>
  importRoster(
    { db, secrets },
    code,
    csv(['Họ tên,Email,Số điện thoại,Đơn vị,Nhóm,Chức vụ', ...rows].join('\n')),
    options,
    officer,
  )
const names = async () =>
  (await db.select().from(respondents).where(eq(respondents.campaignId, code))).map(({ fullName }) => fullName).sort()

describe('what a file changes', () => {
  it('is told person by person: added, changed field by field, unchanged, missing', async () => {
    const { changes } = await run(
      ['Nguyễn Văn Nam,nam@so.example,0912345678,SNV,LDP,Phó giám đốc', LAN, 'Cầm Văn Mới,moi@so.example,,SNV,CCVC,'],
      { dryRun: true },
    )
    expect(changes).toEqual({
      added: { count: 1, first: [{ row: 4, name: 'Cầm Văn Mới' }] },
      changed: {
        count: 1,
        first: [
          {
            row: 2,
            name: 'Nguyễn Văn Nam',
            fields: [
              { column: 'Chức vụ', before: 'Giám đốc', after: 'Phó giám đốc' },
              { column: 'Nhóm', before: 'Tập thể lãnh đạo sở', after: 'Lãnh đạo phòng, đơn vị' },
            ],
          },
        ],
      },
      unchanged: 1,
      missing: {
        count: 1,
        invitations: 1,
        first: [{ id: expect.any(String), name: 'Vì Thị Mai', units: ['Sở Tài chính'] }],
      },
    })
  })

  it('is nothing for the same file again', async () => {
    const { changes } = await run([NAM, LAN, MAI], { dryRun: true })
    expect([changes.added.count, changes.changed.count, changes.unchanged, changes.missing.count]).toEqual([0, 0, 3, 0])
  })

  it('is recorded as a look at names, in numbers only', async () => {
    await run([NAM], { dryRun: true })
    const looks = await db
      .select()
      .from(audit)
      .where(and(eq(audit.campaign, code), eq(audit.action, 'roster.compare')))
    expect(looks.map(({ details }) => details)).toEqual([{ changed: 0, missing: 2 }])
  })
})

describe('removing the missing', () => {
  it('leaves them alone unless it is asked for', async () => {
    await run([NAM])
    expect(await names()).toHaveLength(3)
  })

  it('takes off who is not in the file, and the units that people of the file no longer rate', async () => {
    const { removed } = await run(['Nguyễn Văn Nam,nam@so.example,0912345678,SNV,LDS,', LAN], { removeMissing: true })
    expect(removed).toEqual({ respondents: 1, invitations: 2 })
    expect(await names()).toEqual(['Nguyễn Văn Nam', 'Trần Thị Lan'])
    const left = await db.select().from(invitations).where(eq(invitations.campaignId, code))
    expect(left.map(({ unit }) => unit).sort()).toEqual(['SNV', 'SYT'])
  })

  it('is refused while a row is wrong, for nobody can tell whose it is, also in part', async () => {
    const refused = run([NAM, LAN, 'Vì Thị Mai,mai@so,,STC,CCVC,'], { removeMissing: true, partial: true })
    await expect(refused).rejects.toSatisfy((error) => error instanceof AppError && error.code === 'roster-rejected')
    expect(await names()).toHaveLength(3)
  })
})

it('tells how far it is, stage by stage and never backwards', async () => {
  const heard: ImportProgress[] = []
  const rows = Array.from({ length: 2_500 }, (_, at) => `Người ${at},n${at}@so.example,,SNV,CCVC,`)
  await run(rows, { onProgress: (progress) => heard.push(progress) })
  expect([...new Set(heard.map(({ phase }) => phase))]).toEqual(['reading', 'checking', 'comparing', 'saving'])
  const saved = heard.filter(({ phase }) => phase === 'saving').map(({ done }) => done)
  expect(saved).toEqual([0, 1_000, 2_000, 2_500])
})

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createDb } from '../db/client.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { dumpAndRestore } from '../test/copies.ts'
import { auditWorld } from './audit.fixture.ts'
import { verifyChain } from './verify-chain.ts'

const world = auditWorld()
const STAFF = { id: 'x', email: 'kiem-tra@so.example', role: 'auditor', unit: null } as const
const chain = () =>
  world.sql()<{ seq: number; action: string }[]>`
    SELECT c.seq::int AS seq, a.action FROM staff.audit_chain c JOIN staff.audit a ON a.id = c.audit_id ORDER BY c.seq`

test('entries that are written at once stand in the chain one after the other, without gaps', async () => {
  await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      world.system().deps.db.transaction(async (tx) => {
        const entry = { actor: 'canbo@so.example', action: 'people.look' }
        await recordAudit(tx, { ...entry, details: { at, part: 1 } })
        await recordAudit(tx, { ...entry, details: { at, part: 2 } })
        // Some are undone: their ids are never used, and their places never given.
        if (at % 5 === 0) throw new Error('chosen by the test')
      }),
    ).map((one) => one.catch(() => {})),
  )
  const rows = await chain()
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
  expect(rows.filter(({ action }) => action === 'people.look')).toHaveLength(96)
  expect((await world.verify()).broken).toBeNull()
})

test('the chain is in the order of committing, whatever was begun first', async () => {
  const began = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const slow = world.system().deps.db.transaction(async (tx) => {
    await recordAudit(tx, { actor: 'cham@so.example', action: 'campaign.close' })
    began.resolve()
    await mayEnd.promise
  })
  await began.promise
  // The one that has not committed holds nobody up.
  await world.write('people.look')
  mayEnd.resolve()
  await slow
  expect((await chain()).slice(-2).map(({ action }) => action)).toEqual(['people.look', 'campaign.close'])
})

const CHANGES = [
  `UPDATE staff.audit SET actor = 'x'`,
  `DELETE FROM staff.audit`,
  `TRUNCATE staff.audit CASCADE`,
  `UPDATE staff.audit_chain SET hash = sha256('x')`,
  `DELETE FROM staff.audit_chain`,
  `TRUNCATE staff.audit_chain`,
  `INSERT INTO staff.audit_chain SELECT max(seq) + 1, 1, sha256('x') FROM staff.audit_chain`,
  `INSERT INTO staff.audit SELECT * FROM staff.audit LIMIT 1 ON CONFLICT (id) DO UPDATE SET actor = 'x'`,
  `MERGE INTO staff.audit a USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
]

test.each(CHANGES)('PostgreSQL refuses the application: %s', async (statement) => {
  await world.write('people.look')
  const before = await chain()
  await expect(world.sql().unsafe(statement)).rejects.toThrow(/append-only|written by the trigger/)
  expect(await chain()).toEqual(before)
})

test('the answer side’s role can neither read nor write the log', async () => {
  const answer = createDb(world.system().databaseUrl, { role: 'phieu_answer', max: 1 })
  try {
    for (const statement of [
      'SELECT FROM staff.audit',
      'SELECT FROM staff.audit_chain',
      `INSERT INTO staff.audit (actor, action, details) VALUES ('x', 'x', '{}')`,
    ]) {
      await expect(answer.$client.unsafe(statement)).rejects.toThrow(/permission denied/)
    }
  } finally {
    await answer.$client.end()
  }
})

test('the text of an entry is the same in every session: time zone, date style, encoding of the client', async () => {
  await world.write('people.look', {
    chữ: 'Đ “ế” \n\t\\ \u0001 😀',
    số: 1.5,
    lớn: 12345678901234,
    rỗng: null,
    mảng: [],
  })
  const { seq } = (await world.facets()).head!
  const { text } = (await world.get(`/entries/${seq}`)).json()
  for (const setting of [
    `SET TIME ZONE 'Asia/Ho_Chi_Minh'`,
    `SET TIME ZONE 'America/St_Johns'`,
    `SET datestyle = 'German, DMY'`,
    `SET extra_float_digits = -15`,
    `SET lc_time = 'C'`,
    `SET quote_all_identifiers = on`,
  ]) {
    const told = await world.sql().begin(async (sql) => {
      await sql.unsafe(setting)
      const [row] = await sql<{ text: string }[]>`
        SELECT staff.audit_entry(a, c.seq) AS text FROM staff.audit_chain c JOIN staff.audit a ON a.id = c.audit_id
        WHERE c.seq = ${seq}`
      await sql`SET TIME ZONE DEFAULT`
      return row!.text
    })
    expect(told, setting).toBe(text)
  }
  // One line of JSON, whatever an entry says.
  expect(text).not.toMatch(/\p{Cc}/u)
  expect((await world.verify()).broken).toBeNull()
})

const urlOf = (name: string) => Object.assign(new URL(world.system().databaseUrl), { pathname: `/${name}` }).href

test('a dumped and restored database has the same chain, and goes on with it', async () => {
  await world.write('people.look', { số: 0.1, văn: 'Mường La' })
  const { seq, hash } = (await world.facets()).head!
  const name = `test_copy_${randomBytes(6).toString('hex')}`
  await dumpAndRestore(world.system().databaseUrl, urlOf(name))
  const restored = createDb(urlOf(name), { max: 1 })
  try {
    const deps = { db: restored, log: world.system().deps.log }
    await recordAudit(restored, { actor: 'canbo@so.example', action: 'people.look' })
    const view = await verifyChain(deps, { kept: { seq, hash }, limit: 4_000 }, STAFF)
    expect(view).toMatchObject({ broken: null, done: true, checked: seq + 1 })
  } finally {
    await restored.$client.end()
    await world.sql().unsafe(`DROP DATABASE ${name} WITH (FORCE)`)
  }
})

import type postgres from 'postgres'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditWorld } from './audit.fixture.ts'

const world = auditWorld()

/** Nine entries of one campaign, in the midst of what signing in has written. */
beforeEach(async () => {
  for (let number = 1; number <= 9; number += 1) await world.write('people.look', { page: number }, 'dot-moi')
})

test('an untouched log is found whole, and the end that was checked is told', async () => {
  const head = (await world.facets()).head!
  const view = await world.verify()
  expect(view).toMatchObject({ done: true, broken: null, checked: head.seq, total: head.seq, last: head })
  expect((await world.page('?limit=1')).entries[0]).toMatchObject({
    action: 'audit.verify',
    details: { last: head.seq, hash: head.hash, broken: null },
  })
})

test('checking goes on part by part where the last part ended', async () => {
  const parts = await world.verifyAll(4)
  const total = parts.at(-1)!.total
  expect(parts.length).toBe(Math.floor(total / 4) + 1)
  expect(parts.map(({ done }) => done)).toEqual([...parts.slice(1).map(() => false), true])
  expect(parts.reduce((sum, { checked }) => sum + checked, 0)).toBe(total)
  expect(parts.every(({ broken }) => broken === null)).toBe(true)
})

test('a part cannot go on from a hash that is not in the chain', async () => {
  const { last } = await world.verify({ limit: 3 })
  const view = await world.verify({ after: { seq: last!.seq, hash: 'a'.repeat(64) } })
  expect(view.broken).toEqual({ reason: 'changed', seq: last!.seq })
})

describe('an end that was written down', () => {
  test('agrees with the chain that has grown since', async () => {
    const { seq, hash } = (await world.facets()).head!
    await world.write('people.look')
    expect((await world.verify({ kept: { seq, hash } })).broken).toBeNull()
  })

  test('differs from a chain that was written anew', async () => {
    const { seq } = (await world.facets()).head!
    expect((await world.verify({ kept: { seq, hash: 'b'.repeat(64) } })).broken).toEqual({
      reason: 'kept-changed',
      seq,
    })
  })
})

type Tampering = [string, (sql: postgres.TransactionSql, seq: number) => Promise<unknown>, string, number | null]

const AUDIT_ID = (sql: postgres.TransactionSql, seq: number) =>
  sql`(SELECT audit_id FROM staff.audit_chain WHERE seq = ${seq})`

/** What whoever owns the server may do about the entry at `seq`, what is found, and how far from there. */
const TAMPERINGS: Tampering[] = [
  [
    'who did it is changed',
    (sql, seq) => sql`UPDATE staff.audit SET actor = 'ai-do' WHERE id = ${AUDIT_ID(sql, seq)}`,
    'changed',
    0,
  ],
  [
    'when is changed',
    (sql, seq) => sql`UPDATE staff.audit SET at = at - interval '1 microsecond' WHERE id = ${AUDIT_ID(sql, seq)}`,
    'changed',
    0,
  ],
  [
    'what is changed',
    (sql, seq) => sql`UPDATE staff.audit SET action = 'people.seen' WHERE id = ${AUDIT_ID(sql, seq)}`,
    'changed',
    0,
  ],
  [
    'the campaign is changed',
    (sql, seq) => sql`UPDATE staff.audit SET campaign = NULL WHERE id = ${AUDIT_ID(sql, seq)}`,
    'changed',
    0,
  ],
  [
    'details are changed',
    (sql, seq) => sql`UPDATE staff.audit SET details = details || '{"page": 0}' WHERE id = ${AUDIT_ID(sql, seq)}`,
    'changed',
    0,
  ],
  [
    'details are added',
    (sql, seq) => sql`UPDATE staff.audit SET details = details || '{"x": null}' WHERE id = ${AUDIT_ID(sql, seq)}`,
    'changed',
    0,
  ],
  ['an entry is deleted', (sql, seq) => sql`DELETE FROM staff.audit WHERE id = ${AUDIT_ID(sql, seq)}`, 'missing', 0],
  [
    'an entry is deleted with its place',
    async (sql, seq) => {
      await sql`DELETE FROM staff.audit WHERE id = ${AUDIT_ID(sql, seq)}`
      await sql`DELETE FROM staff.audit_chain WHERE seq = ${seq}`
    },
    'gap',
    0,
  ],
  [
    'an entry is deleted and the others moved up',
    async (sql, seq) => {
      await sql`DELETE FROM staff.audit WHERE id = ${AUDIT_ID(sql, seq)}`
      await sql`DELETE FROM staff.audit_chain WHERE seq = ${seq}`
      await sql`UPDATE staff.audit_chain SET seq = -seq WHERE seq > ${seq}`
      await sql`UPDATE staff.audit_chain SET seq = -seq - 1 WHERE seq < 0`
    },
    'changed',
    0,
  ],
  [
    'two entries change places',
    async (sql, seq) => {
      const rows =
        await sql`SELECT seq::int, audit_id FROM staff.audit_chain WHERE seq IN (${seq}, ${seq + 1}) ORDER BY seq`
      await sql`UPDATE staff.audit_chain SET audit_id = -1 WHERE seq = ${seq}`
      await sql`UPDATE staff.audit_chain SET audit_id = ${rows[0]!.audit_id} WHERE seq = ${seq + 1}`
      await sql`UPDATE staff.audit_chain SET audit_id = ${rows[1]!.audit_id} WHERE seq = ${seq}`
    },
    'changed',
    0,
  ],
  [
    'two entries change places, hashes and all',
    async (sql, seq) => {
      await sql`UPDATE staff.audit_chain SET seq = -seq WHERE seq IN (${seq}, ${seq + 1})`
      await sql`UPDATE staff.audit_chain SET seq = ${seq + 1} WHERE seq = ${-seq}`
      await sql`UPDATE staff.audit_chain SET seq = ${seq} WHERE seq = ${-seq - 1}`
    },
    'changed',
    0,
  ],
  [
    'an entry is put in beside the chain',
    (sql) => sql`INSERT INTO staff.audit (actor, action, details) VALUES ('ai-do', 'people.look', '{}')`,
    'unchained',
    null,
  ],
  [
    'an entry is put at the end of the chain with a hash made up',
    async (sql) => {
      const [{ id }] = (await sql`
        INSERT INTO staff.audit (actor, action, details) VALUES ('ai-do', 'people.look', '{}') RETURNING id`) as unknown as [
        { id: string },
      ]
      await sql`INSERT INTO staff.audit_chain SELECT max(seq) + 1, ${id}, sha256('bịa') FROM staff.audit_chain`
    },
    'changed',
    5,
  ],
  [
    'an entry is changed and its hash made right',
    async (sql, seq) => {
      await sql`UPDATE staff.audit SET actor = 'ai-do' WHERE id = ${AUDIT_ID(sql, seq)}`
      await sql`
        UPDATE staff.audit_chain c SET hash = sha256(p.hash || convert_to(staff.audit_entry(a, c.seq), 'UTF8'))
        FROM staff.audit_chain p, staff.audit a WHERE p.seq = c.seq - 1 AND a.id = c.audit_id AND c.seq = ${seq}`
    },
    'changed',
    1,
  ],
  ['every entry is deleted', (sql) => sql`DELETE FROM staff.audit`, 'missing', -Infinity],
  ['the places are deleted', (sql) => sql`TRUNCATE staff.audit_chain`, 'unchained', null],
  ['everything is truncated', (sql) => sql`TRUNCATE staff.audit, staff.audit_chain`, 'empty', null],
]

describe('tampering is found', () => {
  test.each(TAMPERINGS)('when %s', async (_, work, reason, from) => {
    const seq = (await world.facets()).head!.seq - 4
    await world.tamper(async (sql) => {
      await sql`CREATE TABLE kept_audit AS TABLE staff.audit`
      await sql`CREATE TABLE kept_chain AS TABLE staff.audit_chain`
      await work(sql, seq)
    })
    try {
      const { broken, done } = await world.verify()
      const place = from === null ? null : Math.max(1, seq + from)
      expect([broken?.reason, broken?.seq, done]).toEqual([reason, place, true])
      // In small parts as well.
      expect((await world.verifyAll(3)).at(-1)!.broken?.reason).toBe(reason === 'empty' ? undefined : reason)
    } finally {
      await world.tamper(async (sql) => {
        await sql`TRUNCATE staff.audit, staff.audit_chain`
        await sql`INSERT INTO staff.audit TABLE kept_audit`
        await sql`INSERT INTO staff.audit_chain TABLE kept_chain`
        await sql`DROP TABLE kept_audit, kept_chain`
      })
    }
    expect((await world.verify()).broken).toBeNull()
  })

  test('by whoever wrote the end down, when the newest entries are cut off with their places', async () => {
    const { seq, hash } = (await world.facets()).head!
    await world.tamper(async (sql) => {
      await sql`DELETE FROM staff.audit WHERE id IN (SELECT audit_id FROM staff.audit_chain WHERE seq > ${seq - 3})`
      await sql`DELETE FROM staff.audit_chain WHERE seq > ${seq - 3}`
    })
    // The chain alone cannot tell: what is left is whole.
    expect((await world.verify()).broken).toBeNull()
    expect((await world.verify({ kept: { seq, hash } })).broken).toEqual({ reason: 'kept-missing', seq })
  })
})

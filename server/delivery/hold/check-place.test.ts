import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { createDb, type Db } from '../../db/client.ts'
import { createWave } from '../create-wave.ts'
import { byMail, deliveryWorld, noon, officer } from '../delivery.fixture.ts'
import { checkPlace, keepPlace } from './check-place.ts'
import { beginInstallation, placedProcesses, readInstallation, type TestProcess } from './hold.fixture.ts'
import { sendingHeld } from './queries.ts'
import { releaseSending } from './release-hold.ts'

const world = deliveryWorld()
const places = placedProcesses()
const HOUR = 3_600_000
const admin = { id: 'admin', email: 'quantri@sonoivu.test', role: 'admin' as const, unit: null }

let db: Db
let first: TestProcess
const another = (options?: Parameters<typeof places.process>[1]) => places.process(world.deps(), options)
const hold = async () => (await readInstallation(db)).holdReason
const later = (milliseconds: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + milliseconds)
}
const release = (process: TestProcess = first) =>
  releaseSending(process, { confirm: 'gửi tiếp', waiting: 'send' }, admin)

beforeEach(async () => {
  world.clock.current = noon
  db = world.db()
  await db.$client`TRUNCATE identity.waves CASCADE`
  await beginInstallation(db)
  first = another()
  expect(await keepPlace(first)).toBeNull()
})

describe('a first start', () => {
  test('records the place and holds nothing', async () => {
    const { place, holdReason, beatAt, beatLsn } = await readInstallation(db)
    const [own] = await db.$client`
      SELECT system_identifier::text AS cluster, (SELECT oid || ' ' || datname FROM pg_database WHERE datname = current_database()) AS database
      FROM pg_control_system()`
    expect(place).toMatchObject({ ...own, timeline: '00000001', address: 'https://khaosat.test', epoch: '0' })
    expect({ holdReason, beatAt }).toEqual({ holdReason: null, beatAt: noon })
    expect(beatLsn).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/)
  })

  test('of an earlier release, with messages under way, is taken over as it is', async () => {
    const { code } = await world.campaign({ people: byMail(2), sendingHours: 'any' })
    await createWave(world.deps(), code, { kind: 'invitation', channels: ['email'] }, officer)
    await beginInstallation(db)
    later(30 * HOUR)
    expect(await checkPlace(another())).toBeNull()
    expect(await hold()).toBeNull()
  })

  test('of many processes at once records one place', async () => {
    await beginInstallation(db)
    const everybody = Array.from({ length: 8 }, () => another())
    expect(await Promise.all(everybody.map(checkPlace))).toEqual(everybody.map(() => null))
    const { id } = (await readInstallation(db)).place!
    expect(await Promise.all(everybody.map(keepPlace))).toEqual(everybody.map(() => null))
    expect((await readInstallation(db)).place!.id).toBe(id)
  })

  test('that has not happened yet leaves the database alone', async () => {
    await db.$client`DELETE FROM staff.installation`
    expect(await checkPlace(first)).toBeNull()
    expect(await db.$client`SELECT FROM staff.installation`).toHaveLength(0)
  })
})

describe('no alarm', () => {
  test('when processes come, beat side by side and go', async () => {
    const everybody = [first, another(), another({ dataDir: first.config.dataDir }), another()]
    for (let round = 0; round < 10; round += 1) {
      expect(await Promise.all(everybody.map(keepPlace))).toEqual([null, null, null, null])
      later(15_000)
    }
    expect(await checkPlace(another())).toBeNull()
  })

  test('when another worker has beaten between the reading of the row and the asking of the witness', async () => {
    const other = another({ dataDir: first.config.dataDir })
    const witness = {
      ...first.witness,
      async recall(database: string) {
        await keepPlace(other)
        return first.witness.recall(database)
      },
    }
    expect(await checkPlace({ ...first, witness })).toBeNull()
    expect(await hold()).toBeNull()
  })

  test('when the row was frozen and the table written anew by PostgreSQL itself', async () => {
    await db.$client`VACUUM (FREEZE) staff.installation`
    await db.$client`VACUUM (FULL) staff.installation`
    expect(await checkPlace(first)).toBeNull()
  })

  test('when the data folder cannot be written to, is not there, or holds something else', async () => {
    const dataDir = places.newFolder()
    mkdirSync(join(dataDir, 'witness'))
    await keepPlace(another({ dataDir }))
    for (const name of readdirSync(join(dataDir, 'witness'))) writeFileSync(join(dataDir, 'witness', name), '{"epoch":')
    expect(await keepPlace(another({ dataDir }))).toBeNull()
    rmSync(join(dataDir, 'witness'), { recursive: true })
    writeFileSync(join(dataDir, 'witness'), 'not a folder')
    expect(await keepPlace(another({ dataDir }))).toBeNull()
    chmodSync(dataDir, 0o500)
    onTestFinished(() => chmodSync(dataDir, 0o700))
    expect(await keepPlace(another({ dataDir }))).toBeNull()
    expect(await keepPlace(another({ dataDir: join(dataDir, 'nowhere') }))).toBeNull()
  })

  test('when a user of the database may not ask where it is, and when the right comes and goes', async () => {
    const [own] = await db.$client`SELECT current_database() AS name`
    const url = new URL(inject('databaseServer'))
    url.pathname = `/${own!.name}`
    await db.$client.unsafe(`CREATE ROLE asks_nothing LOGIN PASSWORD 'x'`)
    await db.$client.unsafe(
      `GRANT USAGE ON SCHEMA staff TO asks_nothing; GRANT ALL ON staff.installation TO asks_nothing`,
    )
    await db.$client.unsafe(`REVOKE EXECUTE ON FUNCTION pg_control_system(), pg_current_wal_insert_lsn() FROM public`)
    const asksNothing = createDb(Object.assign(url, { username: 'asks_nothing', password: 'x' }).href)
    onTestFinished(async () => {
      await asksNothing.$client.end()
      await db.$client.unsafe(`GRANT EXECUTE ON FUNCTION pg_control_system(), pg_current_wal_insert_lsn() TO public`)
      await db.$client.unsafe(`DROP OWNED BY asks_nothing; DROP ROLE asks_nothing`)
    })
    const restricted = { ...another(), db: asksNothing }
    expect(await keepPlace(restricted)).toBeNull()
    await beginInstallation(db)
    expect(await keepPlace(restricted)).toBeNull()
    const { place } = await readInstallation(db)
    expect(place).toMatchObject({ address: 'https://khaosat.test', database: expect.any(String) })
    expect(place!.cluster ?? null).toBeNull()
    // Allowed again: what was not known is added.
    expect(await keepPlace(first)).toBeNull()
    expect((await readInstallation(db)).place!.cluster).toMatch(/^\d+$/)
  })
})

describe('all sending is held', () => {
  const expectHeld = async (process: TestProcess, reason: string) => {
    expect(await checkPlace(process)).toBe(reason)
    expect(await hold()).toBe(reason)
    expect(await sendingHeld(db)).toBe(true)
  }

  test('when the public address is another, until an administrator confirms it', async () => {
    const moved = another({ publicUrl: 'https://ban-sao.test' })
    await expectHeld(moved, 'other-address')
    await release(moved)
    expect([await checkPlace(moved), await sendingHeld(db)]).toEqual([null, false])
    await expectHeld(first, 'other-address')
  })

  test('when rows were loaded from a dump into this very database', async () => {
    const [row] = await db.$client`SELECT to_jsonb(i)::text AS dumped FROM staff.installation i`
    await db.$client`DELETE FROM staff.installation`
    await db.$client`INSERT INTO staff.installation SELECT * FROM jsonb_populate_record(NULL::staff.installation, ${row!.dumped}::text::jsonb)`
    // Even before anybody has looked.
    expect(await sendingHeld(db)).toBe(true)
    await expectHeld(first, 'rewritten')
    await release()
    expect(await checkPlace(first)).toBeNull()
  })

  test('when a witness outside has seen more than the database knows', async () => {
    const before = await readInstallation(db)
    later(15_000)
    await keepPlace(first)
    // An earlier state of the files: the row as it was, its transaction too.
    await db.$client`
      UPDATE staff.installation SET beat_at = ${before.beatAt!.toISOString()}::timestamptz, beat_lsn = ${before.beatLsn},
        place = place || jsonb_build_object('mark', (pg_current_xact_id()::xid)::text)`
    expect(await checkPlace(another())).toBeNull()
    await expectHeld(first, 'rewound')
    await release(another())
    expect(await checkPlace(first)).toBeNull()
    // Confirmed counts also where the position is far behind, as on a standby that was promoted.
    await db.$client`
      UPDATE staff.installation SET beat_lsn = '0/1',
        place = place || jsonb_build_object('mark', (pg_current_xact_id()::xid)::text)`
    expect(await keepPlace(first)).toBeNull()
  })

  test('and the first reason stays, is audited once, and no sign of life covers it', async () => {
    const moved = another({ publicUrl: 'https://ban-sao.test' })
    await Promise.all([moved, moved, moved].map(keepPlace))
    const { beatAt, heldAt } = await readInstallation(db)
    later(HOUR)
    await Promise.all([first, another()].map(keepPlace))
    expect(await readInstallation(db)).toMatchObject({ holdReason: 'other-address', beatAt, heldAt })
    expect(heldAt).toEqual(noon)
    const audited =
      await db.$client`SELECT actor, details FROM staff.audit WHERE action = 'sending.hold' ORDER BY id DESC`
    expect(audited.filter(({ details }) => details.reason === 'other-address').length).toBeGreaterThan(0)
    expect(audited[0]).toEqual({ actor: 'hệ thống', details: { reason: 'other-address' } })
  })
})

describe('after a long silence', () => {
  async function wave(startsAt?: Date) {
    const campaign = await world.campaign({ people: byMail(3), sendingHours: 'any' })
    await createWave(world.deps(), campaign.code, { kind: 'invitation', channels: ['email'], at: startsAt }, officer)
    return campaign
  }

  test.each([
    ['of 6 hours and a second', 6 * HOUR + 1000, 'slept'],
    ['of 6 hours', 6 * HOUR, null],
  ])('%s with messages due', async (_what, silence, reason) => {
    await wave()
    later(silence)
    expect(await checkPlace(first)).toBe(reason)
  })

  test('of a weekend with nothing due, sending goes on', async () => {
    await wave(new Date(noon.getTime() + 100 * HOUR))
    later(63 * HOUR)
    expect(await keepPlace(first)).toBeNull()
    later(15_000)
    expect(await keepPlace(first)).toBeNull()
  })

  test('what waits for a closed campaign, or was sent, does not count', async () => {
    const { id } = await wave()
    await world.setStatus(id, 'paused')
    later(20 * HOUR)
    expect(await checkPlace(first)).toBeNull()
    await world.setStatus(id, 'open')
    expect(await checkPlace(first)).toBe('slept')
  })

  test('a planned wave counts while it would still begin by itself, and not when it is overdue anyway', async () => {
    const { id } = await world.campaign({ people: byMail(1) })
    const startsAt = new Date(noon.getTime() + 6 * HOUR)
    await db.$client`
      INSERT INTO identity.waves (id, campaign_id, number, kind, channels, state, starts_at)
      VALUES ('planned', ${id}, 1, 'invitation', '{email}', 'planned', ${startsAt.toISOString()}::timestamptz)`
    later(9 * HOUR)
    expect(await checkPlace(first)).toBeNull()
    later(-2 * HOUR)
    expect(await checkPlace(first)).toBe('slept')
  })
})

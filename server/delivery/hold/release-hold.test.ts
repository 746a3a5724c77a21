import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { waves } from '../../db/delivery-schema.ts'
import { newId } from '../../secrets.ts'
import { createWave } from '../create-wave.ts'
import { byMail, byZalo, deliveryWorld, log, noon, officer } from '../delivery.fixture.ts'
import { startDueWaves } from '../plan/start-due-waves.ts'
import { checkPlace } from './check-place.ts'
import { beginInstallation, placedProcesses, readInstallation, type TestProcess } from './hold.fixture.ts'
import { setHold } from './queries.ts'
import { releaseSending } from './release-hold.ts'
import { viewHold } from './view-hold.ts'

const world = deliveryWorld()
const places = placedProcesses()
const admin = { id: 'admin', email: 'quantri@sonoivu.test', role: 'admin' as const, unit: null }

let db: Db
let process: TestProcess
beforeEach(async () => {
  world.clock.current = noon
  db = world.db()
  await db.$client`TRUNCATE identity.waves CASCADE`
  await beginInstallation(db)
  process = places.process(world.deps())
  await checkPlace(process)
  await setHold(db, 'rewritten', noon)
})

const releases = () =>
  db.$client`SELECT actor, details FROM staff.audit WHERE action = 'sending.release' ORDER BY id DESC LIMIT 1`

async function waiting() {
  const campaign = await world.campaign({ people: [...byMail(2), ...byZalo(3)], sendingHours: 'any' })
  await createWave(world.deps(), campaign.code, { kind: 'invitation', channels: ['email', 'zalo'] }, officer)
  return campaign
}

test('what is held, since when, why in words, and how many messages wait for it are shown', async () => {
  await waiting()
  expect(await viewHold(process)).toEqual({
    reason: 'rewritten',
    words: 'Dữ liệu đã được nạp lại từ một bản sao lưu.',
    since: noon.toISOString(),
    due: { email: 2, zalo: 3 },
  })
  await releaseSending(process, { confirm: 'gửi tiếp', waiting: 'send' }, admin)
  expect(await viewHold(process)).toBeNull()
})

describe('the confirmation', () => {
  test.each(['gui tiep', 'gửi', 'gửi tiếp đi', '', 'có'])('%j is refused and changes nothing', async (confirm) => {
    await expect(releaseSending(process, { confirm, waiting: 'send' }, admin)).rejects.toMatchObject({
      code: 'release-unconfirmed',
      status: 422,
    })
    expect((await readInstallation(db)).holdReason).toBe('rewritten')
  })

  test.each([
    ['composed', 'gửi tiếp'.normalize('NFC')],
    ['decomposed, as a Mac types it', 'gửi tiếp'.normalize('NFD')],
    ['with a capital and a space', 'Gửi tiếp '],
  ])('%s is taken', async (_how, confirm) => {
    await releaseSending(process, { confirm, waiting: 'send' }, admin)
    expect((await readInstallation(db)).holdReason).toBeNull()
  })
})

test('a release is audited with its reason, once, however often it is pressed', async () => {
  const [before] = await db.$client`SELECT count(*)::integer FROM staff.audit WHERE action = 'sending.release'`
  const press = () => releaseSending(process, { confirm: 'gửi tiếp', waiting: 'send' }, admin)
  await Promise.all([press(), press(), press()])
  await press()
  const [after] = await db.$client`SELECT count(*)::integer FROM staff.audit WHERE action = 'sending.release'`
  expect(after!.count).toBe(before!.count + 1)
  expect(await releases()).toEqual([
    { actor: admin.email, details: { reason: 'rewritten', waiting: 'send', unknown: 0 } },
  ])
})

test('what waited may be called unknown instead: nothing of it goes out, and a person settles it', async () => {
  const { id } = await waiting()
  await releaseSending(process, { confirm: 'gửi tiếp', waiting: 'unknown' }, admin)
  expect(await world.states(id)).toEqual(Array(5).fill('unknown'))
  expect((await world.rows(id)).map(({ failure }) => failure)).toEqual(Array(5).fill('interrupted'))
  expect(await releases()).toMatchObject([{ details: { waiting: 'unknown', unknown: 5 } }])
})

test.each(['send', 'unknown'] as const)(
  'a planned wave whose moment has passed waits for a word of its own (%s)',
  async (waiting) => {
    const campaign = await world.campaign({ people: byMail(2), sendingHours: 'any' })
    const planned = async (number: number, minutes: number) =>
      db.insert(waves).values({
        ...{ id: newId(), campaignId: campaign.id, number, kind: 'invitation', channels: ['email'], state: 'planned' },
        startsAt: new Date(noon.getTime() + minutes * 60_000),
      })
    await planned(1, -90)
    await planned(2, 90)
    await releaseSending(process, { confirm: 'gửi tiếp', waiting }, admin)
    await startDueWaves({ ...world.deps(), log })
    const rows = await db.select().from(waves).orderBy(waves.number)
    expect(rows.map(({ state }) => state)).toEqual(['overdue', 'planned'])
    expect(await world.rows(campaign.id)).toEqual([])
  },
)

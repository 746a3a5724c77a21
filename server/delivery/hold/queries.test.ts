/** What must hold also when two processes do it at the same moment, of which only one has seen the other's work. */
import { beforeEach, expect, test } from 'vitest'
import { deliveryWorld, noon } from '../delivery.fixture.ts'
import { beginInstallation, readInstallation } from './hold.fixture.ts'
import { beat, findAnswers, recordPlace, sendingHeld, setHold } from './queries.ts'

const world = deliveryWorld()
const parts = { address: 'https://khaosat.test' }

beforeEach(async () => {
  await beginInstallation(world.db())
  await recordPlace(world.db(), { parts, id: 'first' })
})

test('the place that was recorded first stays', async () => {
  await recordPlace(world.db(), { parts: { address: 'https://khac.test' }, id: 'second' })
  expect((await readInstallation(world.db())).place).toMatchObject({ ...parts, id: 'first', epoch: '0' })
})

test('the first reason to hold stays', async () => {
  expect(await setHold(world.db(), 'rewound', noon)).toBe(true)
  expect(await setHold(world.db(), 'slept', new Date())).toBe(false)
  expect(await readInstallation(world.db())).toMatchObject({ holdReason: 'rewound', heldAt: noon })
})

test('a sign of life that comes after the hold changes nothing', async () => {
  await setHold(world.db(), 'rewound', noon)
  const answers = await findAnswers(world.db())
  expect(await beat(world.db(), answers, { parts, now: noon })).toBeUndefined()
  expect((await readInstallation(world.db())).beatAt).toBeNull()
})

test('a sign of life on a row that somebody else wrote does not make it our own', async () => {
  await world.db().$client`UPDATE staff.installation SET beat_at = ${noon.toISOString()}::timestamptz`
  const answers = await findAnswers(world.db())
  expect(await beat(world.db(), answers, { parts, now: new Date() })).toBeUndefined()
  expect(await sendingHeld(world.db())).toBe(true)
})

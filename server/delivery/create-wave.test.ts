import { beforeEach, describe, expect, test } from 'vitest'
import { createWave } from './create-wave.ts'
import { byMail, deliveryWorld, noon, officer, type Person } from './delivery.fixture.ts'
import { actOnWave } from './plan/act-on-wave.ts'
import { listWaves } from './wave-queries.ts'

const world = deliveryWorld()
beforeEach(() => {
  world.clock.current = noon
})

const wave = (code: string, kind: 'invitation' | 'reminder', channels: ('email' | 'zalo')[] = ['email'], at?: Date) =>
  createWave(world.deps(), code, { kind, channels, at }, officer)
const later = (minutes: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + minutes * 60_000)
}
const settle = (id: string, state = 'sent') =>
  world.db().$client`UPDATE identity.deliveries SET state = ${state} WHERE campaign_id = ${id}`

describe('an invitation wave', () => {
  test('writes one message per person and listed channel with an address, and says who was left out and why', async () => {
    const people: Partial<Person>[] = [
      { email: 'a@sonla.test', phone: '84912000001' },
      { email: 'b@sonla.test' },
      { phone: '84912000003' },
      {},
      { email: 'e@sonla.test', phone: '84912000005' },
      { email: 'f@sonla.test' },
    ]
    const campaign = await world.campaign({ people })
    await world.answer(campaign.people[4]!)
    await world.optOut(campaign.people[5]!)
    expect(await wave(campaign.code, 'invitation', ['email', 'zalo'])).toEqual({
      wave: 1,
      deliveries: 4,
      skipped: { answered: 1, optedOut: 1, noAddress: 1, unreachable: 0, invited: 0, limit: 0, waiting: 0 },
    })
    const rows = await world.rows(campaign.id)
    expect(rows.map((row) => [row.respondentId, row.channel].join(' ')).sort()).toEqual(
      [
        `${campaign.people[0]!.id} email`,
        `${campaign.people[0]!.id} zalo`,
        `${campaign.people[1]!.id} email`,
        `${campaign.people[2]!.id} zalo`,
      ].sort(),
    )
    expect(rows.every((row) => row.state === 'queued' && row.dueAt.getTime() === noon.getTime())).toBe(true)
  })

  test('counts somebody without an address on the listed channel as unreachable', async () => {
    const campaign = await world.campaign({ people: [{ phone: '84912000001' }, { email: 'b@sonla.test' }] })
    expect(await wave(campaign.code, 'invitation', ['email'])).toMatchObject({
      deliveries: 1,
      skipped: { noAddress: 1 },
    })
  })

  test('exists once, even when it is asked for many times at once', async () => {
    const campaign = await world.campaign({ people: byMail(20) })
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => wave(campaign.code, 'invitation')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.filter((one) => one.status === 'rejected').map((one) => one.reason.code)
    expect(refused).toEqual(Array(5).fill('wave-exists'))
    expect(await world.rows(campaign.id)).toHaveLength(20)
  })

  test('waits for its moment', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const at = new Date('2024-12-03T08:00:00+07:00')
    await wave(campaign.code, 'invitation', ['email'], at)
    expect((await world.rows(campaign.id))[0]!.dueAt).toEqual(at)
  })

  test('leaves an audit entry with numbers only', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    await wave(campaign.code, 'invitation')
    const entries = await world.db().$client`SELECT * FROM staff.audit WHERE campaign = ${campaign.code}`
    expect(entries).toMatchObject([
      { actor: officer.email, action: 'wave.create', details: { wave: 1, kind: 'invitation', deliveries: 2 } },
    ])
    expect(JSON.stringify(entries)).not.toContain('nguoi1@')
  })
})

describe('a wave is refused', () => {
  test.each([
    ['draft', 'campaign-not-open'],
    ['paused', 'campaign-paused'],
    ['closed', 'campaign-closed'],
  ] as const)('when the campaign is %s', async (status, code) => {
    const campaign = await world.campaign({ people: byMail(1), status })
    await expect(wave(campaign.code, 'invitation')).rejects.toMatchObject({ code })
    expect(await world.rows(campaign.id)).toHaveLength(0)
  })

  test('for an unknown campaign', async () => {
    await expect(wave('khong-co', 'invitation')).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
  })

  test('when the last day has passed', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    world.clock.current = new Date('2024-12-20T17:00:00+07:00')
    await expect(wave(campaign.code, 'invitation')).rejects.toMatchObject({ code: 'campaign-closed' })
  })

  test('when it is a reminder and nobody was invited', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    await expect(wave(campaign.code, 'reminder')).rejects.toMatchObject({ code: 'wave-order', status: 409 })
  })

  test('when it is a reminder pressed twice, but not over another channel and not later', async () => {
    const campaign = await world.campaign({ people: [{ email: 'a@sonla.test', phone: '84912000001' }] })
    await wave(campaign.code, 'invitation', ['email', 'zalo'])
    await settle(campaign.id)
    expect(await wave(campaign.code, 'reminder')).toMatchObject({ wave: 2, deliveries: 1 })
    await settle(campaign.id)
    await expect(wave(campaign.code, 'reminder', ['zalo', 'email'])).rejects.toMatchObject({ code: 'wave-exists' })
    expect(await wave(campaign.code, 'reminder', ['zalo'])).toMatchObject({ wave: 3, deliveries: 1 })
    later(11)
    expect(await wave(campaign.code, 'reminder')).toMatchObject({ wave: 4, deliveries: 1 })
  })

  test('in production over a channel that is not configured', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const deps = world.deps()
    const production = { ...deps, config: { ...deps.config, production: true, smtp: { url: '', from: '' } } }
    const over = (channels: ('email' | 'zalo')[]) =>
      createWave(production, campaign.code, { kind: 'invitation', channels }, officer)
    await expect(over(['email', 'zalo'])).rejects.toMatchObject({ code: 'invalid-request' })
    expect(await over(['email'])).toMatchObject({ deliveries: 1 })
  })

  test('together with its number, which is not used up', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    await wave(campaign.code, 'invitation')
    await expect(wave(campaign.code, 'invitation')).rejects.toThrow()
    const waves = await world.db().transaction((tx) => listWaves(tx, campaign.id))
    expect(waves.map(({ number }) => number)).toEqual([1])
  })
})

test('an invitation that was stopped leaves room for another, which invites nobody twice', async () => {
  const deps = world.deps()
  const campaign = await world.campaign({ people: byMail(6), sendingHours: 'any' })
  const invitation = { kind: 'invitation' } as const
  await createWave(deps, campaign.code, { ...invitation, channels: ['email'] }, officer)
  // Two have theirs, one of them was refused; the rest is withdrawn with the wave.
  const rows = await world.rows(campaign.id)
  await world.db().$client`UPDATE identity.deliveries SET state = 'sent' WHERE id = ${rows[0]!.id}`
  await world.db().$client`UPDATE identity.deliveries SET state = 'failed' WHERE id = ${rows[1]!.id}`
  await world.db().$client`
    UPDATE identity.deliveries SET state = 'withdrawn', failure = 'stopped' WHERE campaign_id = ${campaign.id} AND state = 'queued'`
  await world.db().$client`UPDATE identity.waves SET state = 'stopped' WHERE campaign_id = ${campaign.id}`
  const again = await createWave(deps, campaign.code, { ...invitation, channels: ['email'] }, officer)
  expect(again).toMatchObject({ wave: 2, deliveries: 5, skipped: { invited: 1 } })
  await expect(createWave(deps, campaign.code, { ...invitation, channels: ['email'] }, officer)).rejects.toMatchObject({
    code: 'wave-exists',
  })
})

describe('a reminder', () => {
  test('goes to those who have not answered everything', async () => {
    const campaign = await world.campaign({ people: byMail(4) })
    await wave(campaign.code, 'invitation')
    await settle(campaign.id)
    await world.answer(campaign.people[0]!)
    expect(await wave(campaign.code, 'reminder')).toEqual({
      wave: 2,
      deliveries: 3,
      skipped: { answered: 1, optedOut: 0, noAddress: 0, unreachable: 0, invited: 0, limit: 0, waiting: 0 },
    })
  })

  test('goes to somebody who has answered one of two units', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    await world.answer(campaign.people[0]!)
    await world.db().$client`
      INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code)
      VALUES (${`second-${campaign.id}`}, ${campaign.id}, ${campaign.people[0]!.id}, 'b', 'other', 'g')`
    expect(await wave(campaign.code, 'invitation')).toMatchObject({ deliveries: 1, skipped: { answered: 0 } })
  })

  test('reminds nobody of a message that has not gone out yet', async () => {
    const campaign = await world.campaign({ people: byMail(3) })
    await wave(campaign.code, 'invitation')
    await world.db().$client`
      UPDATE identity.deliveries SET state = 'sent' WHERE respondent_id = ${campaign.people[0]!.id}`
    expect(await wave(campaign.code, 'reminder')).toMatchObject({ deliveries: 1, skipped: { waiting: 2 } })
  })
})

test('a wave of ten thousand people is one statement, also right after they were brought in', async () => {
  const campaign = await world.campaign({ people: byMail(1) })
  await world.db().$client`
    INSERT INTO identity.respondents (id, campaign_id, full_name, email, phone, link_hash)
    SELECT ${campaign.id} || n, ${campaign.id}, 'Người ' || n, n || '@sonla.test', '84912' || n, sha256((${campaign.id} || n)::bytea)
    FROM generate_series(100001, 110000) n`
  await world.db().$client`
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code)
    SELECT id, campaign_id, id, 'b', 'u', 'g' FROM identity.respondents WHERE campaign_id = ${campaign.id} AND phone IS NOT NULL`
  // Nothing was analysed since: a plan that looks at each person once for each other one never ends.
  expect(await wave(campaign.code, 'invitation', ['email', 'zalo'])).toMatchObject({ deliveries: 20_001 })
  // Nor were the messages.
  const early = await wave(campaign.code, 'reminder', ['email', 'zalo'])
  expect(early).toMatchObject({ deliveries: 0, skipped: { waiting: 10_001 } })
})

test('an invitation stopped before its moment was never sent: nobody can be reminded of it, and people can be invited', async () => {
  const deps = world.deps()
  const campaign = await world.campaign({ people: byMail(2) })
  const at = new Date(noon.getTime() + 86_400_000)
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['email'], at }, officer)
  await actOnWave(deps, campaign.code, 1, 'stop', officer)
  await expect(
    createWave(deps, campaign.code, { kind: 'reminder', channels: ['email'] }, officer),
  ).rejects.toMatchObject({ code: 'wave-order' })
  expect(await createWave(deps, campaign.code, { kind: 'invitation', channels: ['email'] }, officer)).toMatchObject({
    wave: 2,
    deliveries: 2,
  })
})

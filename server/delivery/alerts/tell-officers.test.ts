/** Officers hear of a channel that stopped by itself: once, over all processes, through a real mail server. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEmailChannel } from '../../channels/email.ts'
import { type MailTaker, startMailTaker } from '../../test/mail-taker.ts'
import { holdChannel, pauseChannel, resumeChannel, setNeedsPerson } from '../channel-queries.ts'
import { deliveryWorld, log, noon, officer } from '../delivery.fixture.ts'
import { tellOfficers } from './tell-officers.ts'

const world = deliveryWorld()
let taker: MailTaker

beforeAll(async () => {
  taker = await startMailTaker()
  await world.db().$client`
    INSERT INTO staff.accounts (id, email, password_hash, role, disabled_at) VALUES
      ('a', 'quantri@sonoivu.test', '', 'admin', NULL), ('o', 'canbo@sonoivu.test', '', 'officer', NULL),
      ('t', 'thanhtra@sonla.test', '', 'auditor', NULL), ('u', 'donvi@sonla.test', '', 'unit', NULL),
      ('g', 'danghi@sonoivu.test', '', 'officer', now())`
})
afterAll(() => taker.close())
beforeEach(async () => {
  taker.mails.length = 0
  await world.db().$client`UPDATE identity.channels SET alerted_for = NULL`
})

function deps(process = 1) {
  const email = createEmailChannel({ url: taker.url, from: 'khaosat@sonoivu.test' }, 'https://khaosat.test')
  return world.deps({ channels: { email }, process })
}
const told = () => taker.mails.map(({ to }) => to).sort()
const subject = () => /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(taker.mails[0]!.source)![1]!

describe('officers and administrators are written to', () => {
  test('when a person must act, once, however many processes look, and nobody whose account is closed', async () => {
    await setNeedsPerson(world.db(), 'zalo', 'zalo-token-refused')
    await Promise.all([1, 2, 1, 2].map((process) => tellOfficers(deps(process), log)))
    expect(told()).toEqual(['canbo@sonoivu.test', 'quantri@sonoivu.test'])
    await tellOfficers(deps(), log)
    expect(told()).toHaveLength(2)
  })

  test('again when the same trouble comes back after it was mended', async () => {
    await setNeedsPerson(world.db(), 'zalo', 'zalo-token-refused')
    await tellOfficers(deps(), log)
    await setNeedsPerson(world.db(), 'zalo', null)
    await tellOfficers(deps(), log)
    await setNeedsPerson(world.db(), 'zalo', 'zalo-token-refused')
    await tellOfficers(deps(), log)
    expect(told()).toHaveLength(4)
  })

  test('when a quota ran out and when the system paused a channel, in plain words', async () => {
    const until = new Date('2024-12-03T06:00:00+07:00')
    await holdChannel(world.db(), 'zalo', { until, failure: 'quota-used', person: false })
    await tellOfficers(deps(), log)
    expect(Buffer.from(subject().replace(/=\?UTF-8\?B\?|\?=|\s/g, ''), 'base64').toString() + subject()).toContain(
      'Zalo',
    )
    await pauseChannel(world.db(), 'email', { by: null, reason: 'smtp-550', now: noon })
    await tellOfficers(deps(), log)
    expect(told()).toHaveLength(4)
    const text = taker.mails.map(({ source }) => source).join('\n')
    expect(text).toContain('https://khaosat.test/console/')
    expect(text).not.toMatch(/smtp-550|quota-used/)
  })
})

describe('nobody is written to', () => {
  test('about what an officer did, or what passes by itself in minutes', async () => {
    await pauseChannel(world.db(), 'email', { by: officer.email, reason: null, now: noon })
    const until = new Date(noon.getTime() + 60_000)
    await holdChannel(world.db(), 'zalo', { until, failure: 'zalo-unreachable', person: false })
    await tellOfficers(deps(), log)
    await resumeChannel(world.db(), 'email', noon)
    await tellOfficers(deps(), log)
    expect(taker.mails).toEqual([])
  })

  test('through the built-in outbox, where only the demonstration’s people look', async () => {
    await setNeedsPerson(world.db(), 'zalo', 'zalo-token-refused')
    await tellOfficers(world.deps(), log)
    expect(await world.messages()).toEqual([])
  })
})

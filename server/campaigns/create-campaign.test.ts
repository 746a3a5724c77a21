import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOpenCampaign } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { readLinkOf } from '../test/respondent.ts'
import { signInAs } from '../test/staff.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

test.each([
  ['example-commune', 'AB', 'CC'],
  ['son-la-2024', 'TPSL', 'CCH'],
])('the notice of %s promises the very minimum that the campaign keeps to', async (definition, unit, group) => {
  const roster = [{ unit, group, people: 14 }]
  const [seven, usual] = [
    await createOpenCampaign(system.deps, { definition, minimumCell: 7, roster }),
    await createOpenCampaign(system.deps, { definition, roster }),
  ]
  const notices = await Promise.all([seven, usual].map(({ people }) => readLinkOf(system.app, people[0]!)))
  const [chosen, default5] = notices.map(({ notice }) => notice.text)
  expect(chosen).toContain('ít nhất 7 phiếu')
  expect(default5).toContain('ít nhất 5 phiếu')
  for (const text of [chosen, default5]) expect(text).not.toMatch(/[{}]/)
  // Nothing else of the notice speaks of a number of people.
  expect(chosen!.replaceAll(/\b7 (phiếu|người)/g, '5 $1')).toBe(default5)
  const page = await system.app.inject({ url: `/p/${seven.people[0]!.token}` })
  expect(page.body).toContain('ít nhất 7 phiếu')
  expect(page.body).not.toContain('{minimumCell}')
})

test('a title that no database holds is refused at the door', async () => {
  const headers = await signInAs(system, 'officer')
  for (const title of ['Đợt \ud800', 'Đợt \u0000', '  ']) {
    const payload = { definition: 'example-commune', code: 'ten-hong', title }
    const reply = await system.app.inject({ method: 'POST', url: '/api/campaigns', headers, payload })
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
  }
})

test('a deadline that would be in the year 10000 elsewhere is refused, not kept to break the list of campaigns', async () => {
  const headers = await signInAs(system, 'officer')
  const payload = { definition: 'example-commune', code: 'xa-qua', closesAt: '9999-12-31T23:59:59-12:00' }
  const reply = await system.app.inject({ method: 'POST', url: '/api/campaigns', headers, payload })
  expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
})

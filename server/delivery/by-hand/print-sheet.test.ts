import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOpenCampaign } from '../../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { MOST_CARDS } from './print-sheet.ts'
import { qrSvg } from './qr-svg.ts'
import { renderSheet } from './sheet-page.ts'

let system: TestSystem
let officer: SignedIn
beforeAll(async () => {
  system = await startTestSystem({ PUBLIC_URL: 'https://khaosat.example' })
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const sheet = (code: string, query = '') =>
  system.app.inject({ url: `/api/campaigns/${code}/by-hand/sheet${query}`, headers: { ...officer } })
const cardsOf = (page: string) => page.match(/<article class="card">.*?<\/article>/gs) ?? []

test('every person who has not answered has one card, with the link in print and as QR code, kept by nobody', async () => {
  const { code, people } = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 7 }] })
  const reply = await sheet(code)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  expect(reply.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri/)
  expect(reply.body).not.toMatch(/<script|style="|javascript:/)
  const cards = cardsOf(reply.body)
  expect(cards).toHaveLength(7)
  for (const { name, token } of people) {
    const link = `https://khaosat.example/p/${token}`
    const own = cards.filter((card) => card.includes(link))
    expect(own).toHaveLength(1)
    expect(own[0]).toContain(`<div class="name">${name}</div>`)
    expect(own[0]).toContain(qrSvg(link).html)
  }
})

test('printing is in the audit log: who, which, how many, but neither names nor links', async () => {
  const { code, people } = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
  await sheet(code, '?unit=AB')
  const rows = await system.deps.db.$client<{ actor: string; details: { people: string[] } }[]>`
    SELECT actor, details FROM staff.audit WHERE action = 'hand.print' AND campaign = ${code}`
  expect(rows).toHaveLength(1)
  expect(rows[0]!.actor).toMatch(/^officer-/)
  expect(rows[0]!.details).toEqual({ scope: 'unanswered', unit: 'AB', handed: 'skip', people: expect.any(Array) })
  expect(new Set(rows[0]!.details.people)).toEqual(new Set(people.map(({ id }) => id)))
})

test('a person who rates several units stands once, under the chosen unit or else the first', async () => {
  const { code, people } = await createOpenCampaign(system.deps, {
    roster: [
      { unit: 'AB', group: 'CC', people: 5 },
      { unit: 'HT', group: 'CC', people: 5 },
    ],
  })
  const [both] = people
  await system.deps.db.$client`
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code, stratum_id)
    SELECT ${`more-${both!.id}`}, campaign_id, ${both!.id}, block, unit, group_code, stratum_id
    FROM identity.invitations WHERE respondent_id = ${people[5]!.id}`
  const ofUnit = async (query: string) =>
    (await sheet(code, query)).body
      .split('<section')
      .slice(1)
      .map((section) => cardsOf(section).length)
  expect(await ofUnit('')).toEqual([5, 5])
  expect(await ofUnit('?unit=HT')).toEqual([6])
  expect(await ofUnit('?unit=AB')).toEqual([5])
  expect(cardsOf((await sheet(code)).body).find((card) => card.includes(both!.token))).toContain('và 1 đơn vị khác')
})

test('more cards than a browser can print are refused, and can be had by unit', async () => {
  const { id, code, people } = await createOpenCampaign(system.deps, {
    roster: [
      { unit: 'AB', group: 'CC', people: 5 },
      { unit: 'HT', group: 'CC', people: 5 },
    ],
  })
  await system.deps.db.$client`
    WITH person AS (
      INSERT INTO identity.respondents (id, campaign_id, full_name, link_hash)
      SELECT 'p' || n, ${id}, 'Lò Văn ' || n, sha256(('p' || n)::bytea) FROM generate_series(1, ${MOST_CARDS - 9}) n
      RETURNING id)
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code, stratum_id)
    SELECT 'i' || person.id, i.campaign_id, person.id, i.block, i.unit, i.group_code, i.stratum_id
    FROM person, identity.invitations i WHERE i.respondent_id = ${people[0]!.id}`
  const all = await sheet(code)
  expect([all.statusCode, all.json().code]).toEqual([422, 'sheet-too-large'])
  expect(all.json().details).toEqual({ cards: MOST_CARDS + 1, limit: MOST_CARDS })
  expect(cardsOf((await sheet(code, '?unit=HT')).body)).toHaveLength(5)
  expect(cardsOf((await sheet(code, '?unit=AB')).body)).toHaveLength(MOST_CARDS - 4)
})

test('a name or a unit’s name that is markup or style stays text', () => {
  const nasty = `</style><script>alert(1)</script>'}*{display:none}`
  const { page } = renderSheet({
    title: nasty,
    closesAt: null,
    organizer: { name: nasty, phone: '' },
    units: [{ name: nasty, cards: [{ name: nasty, unit: nasty, link: 'https://khaosat.example/p/x' }] }],
  })
  expect(page.match(/<\/?(style|script)/g)).toEqual(['<style', '</style'])
  const style = page.slice(page.indexOf('<style>'), page.indexOf('</style>'))
  expect(style).not.toMatch(/alert\(1\)[^']*'\}\*\{/)
  expect(style.split("'").length % 2).toBe(1)
})

test('who was handed their present link has no card, unless asked for; a link replaced since is printed again', async () => {
  const { code, people } = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const [handed, replaced] = people.map(({ id }) => id)
  const post = (path: string, payload?: object) =>
    system.app.inject({
      ...{ method: 'POST', url: `/api/campaigns/${code}${path}`, headers: { ...officer } },
      ...(payload ? { payload } : {}),
    })
  await post('/by-hand/handed', { people: [handed, replaced], how: 'paper' })
  await post(`/people/${replaced}/reissue`)
  const namesOn = async (query: string) =>
    cardsOf((await sheet(code, query)).body).map((card) => /class="name">([^<]+)</.exec(card)![1]!)
  expect((await namesOn('')).toSorted()).toEqual(
    people
      .slice(1)
      .map(({ name }) => name)
      .toSorted(),
  )
  expect(await namesOn('?handed=include')).toHaveLength(6)
  expect((await sheet(code, '?handed=x')).statusCode).toBe(400)
})

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaigns, invitations, respondents } from '../db/schema.ts'
import { audit } from '../db/staff-schema.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { importRoster } from './import-roster.ts'
import { createDraft, csv, officer as staff } from './roster.fixture.ts'
import type { RosterCard, RosterPeople } from './schemas.ts'

let system: TestSystem
let officer: SignedIn
let auditor: SignedIn
let unit: SignedIn
let code: string
let other: string

const PEOPLE = [
  'Nguyễn Văn Đạt,dat@so.example,0912345601,STC,LDS,,CB-07',
  'Trần Thị Dung,dung@so.example,0912345602,SNV,CCVC,,',
  'Lò Văn Dũng,dung.lo@so.example,0912345603,SNV; STC,LDP,Trưởng phòng,',
  'Bùi Thị Ánh,,0912345604,SYT,CCVC,,',
  'Cầm Văn An,an@so.example,,SNV,LDS,,',
  'Vì Thị Ân,an.vi@so.example,,STC,CCVC,,',
]

async function draftWith(rows: string[]): Promise<string> {
  const made = await createDraft(system.deps.db)
  const file = csv(['Họ tên,Email,Số điện thoại,Đơn vị,Nhóm,Chức vụ,Mã', ...rows].join('\n'))
  await importRoster(system.deps, made, file, {}, staff)
  return made
}

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
  auditor = await signInAs(system, 'auditor')
  unit = await signInAs(system, 'unit', 'SNV')
  code = await draftWith(PEOPLE)
  other = await draftWith(['Người Nơi Khác,khac@so.example,,SNV,LDS,,'])
})
afterAll(() => system.stop())

type Sent = { method?: 'GET' | 'PATCH' | 'DELETE'; payload?: object; headers?: SignedIn }
const send = (rest: string, { method = 'GET', payload, headers = officer }: Sent = {}, of = code) =>
  system.app.inject({
    url: `/api/campaigns/${of}/roster/people${rest}`,
    method,
    headers,
    ...(payload ? { payload } : {}),
  })
const list = async (query = '') => (await send(`?${query}`)).json<RosterPeople>()
const names = async (query = '') => (await list(query)).people.map(({ name }) => name)
const idOf = async (search: string) => (await list(`search=${encodeURIComponent(search)}`)).people[0]!.id
const entries = async (action: string) =>
  (
    await system.deps.db
      .select()
      .from(audit)
      .where(and(eq(audit.campaign, code), eq(audit.action, action)))
  ).map(({ details }) => details as Record<string, unknown>)

describe('the list', () => {
  it('is in the order of given names: a before ă and â, d before đ, tones last', async () => {
    expect(await names()).toEqual([
      'Cầm Văn An',
      'Bùi Thị Ánh',
      'Vì Thị Ân',
      'Trần Thị Dung',
      'Lò Văn Dũng',
      'Nguyễn Văn Đạt',
    ])
  })

  it.each([
    ['dung', ['Trần Thị Dung', 'Lò Văn Dũng']],
    ['DAT', ['Nguyễn Văn Đạt']],
    ['van d', ['Lò Văn Dũng', 'Nguyễn Văn Đạt']],
    ['0912 345 604', ['Bùi Thị Ánh']],
    ['an.vi@', ['Vì Thị Ân']],
    ['cb-07', ['Nguyễn Văn Đạt']],
    ['không ai cả', []],
    ["'; DROP TABLE x; --", []],
  ])('finds %j without accents', async (search, found) => {
    expect(await names(`search=${encodeURIComponent(search)}`)).toEqual(found)
  })

  it('narrows to a unit and a group, and counts what fits', async () => {
    expect(await names('unit=STC')).toEqual(['Vì Thị Ân', 'Lò Văn Dũng', 'Nguyễn Văn Đạt'])
    expect(await list('unit=SNV&group=LDP')).toMatchObject({ total: 1, people: [{ name: 'Lò Văn Dũng' }] })
    expect(await names('group=CCVC&search=d')).toEqual(['Trần Thị Dung'])
  })

  it('sorts by unit and by group in the definition’s order, then by given name', async () => {
    expect(await names('sort=unit')).toEqual([
      ...['Cầm Văn An', 'Trần Thị Dung', 'Lò Văn Dũng'],
      ...['Vì Thị Ân', 'Nguyễn Văn Đạt'],
      'Bùi Thị Ánh',
    ])
    expect((await names('sort=group')).slice(0, 3)).toEqual(['Cầm Văn An', 'Nguyễn Văn Đạt', 'Lò Văn Dũng'])
  })

  it.each(['name', 'unit', 'group'])('gives the same by %s in windows as whole', async (sort) => {
    const whole = await names(`sort=${sort}`)
    const parts: string[] = []
    for (const offset of [0, 2, 4, 6]) parts.push(...(await names(`sort=${sort}&offset=${offset}&limit=2`)))
    expect(parts).toEqual(whole)
    const narrowed = await names(`sort=${sort}&unit=STC`)
    expect([
      ...(await names(`sort=${sort}&unit=STC&limit=1`)),
      ...(await names(`sort=${sort}&unit=STC&limit=9&offset=1`)),
    ]).toEqual(narrowed)
  })

  it('tells who, how reached and whom they rate, and nothing of answering', async () => {
    const [person] = (await list('search=dung.lo@so.example')).people
    expect(person).toEqual({
      id: expect.any(String),
      name: 'Lò Văn Dũng',
      code: null,
      position: 'Trưởng phòng',
      email: 'dung.lo@so.example',
      phone: '0912345603',
      ratings: [
        { unit: 'SNV', unitName: 'Sở Nội vụ', group: 'LDP', groupName: 'Lãnh đạo phòng, đơn vị' },
        { unit: 'STC', unitName: 'Sở Tài chính', group: 'LDP', groupName: 'Lãnh đạo phòng, đơn vị' },
      ],
    })
  })

  it('is the same whether somebody has answered or not', async () => {
    const before = await list()
    await system.deps.db
      .update(invitations)
      .set({ startedOn: '2024-11-01', answeredOn: '2024-11-01', consentVersion: '1' })
      .where(eq(invitations.campaignId, code))
    expect(await list()).toEqual(before)
    await system.deps.db
      .update(invitations)
      .set({ startedOn: null, answeredOn: null, consentVersion: null })
      .where(eq(invitations.campaignId, code))
  })

  it('is recorded as one look, without what was typed', async () => {
    const before = (await entries('roster.look')).length
    await list('search=dung&unit=SNV')
    const looks = (await entries('roster.look')).slice(before)
    expect(looks).toEqual([{ unit: 'SNV', sort: 'name', offset: 0, limit: 100, searched: true, shown: 2 }])
  })

  it('refuses a window without bounds', async () => {
    for (const query of ['limit=501', 'limit=0', 'offset=-1', 'sort=email', 'search=%00'])
      expect((await send(`?${query}`)).statusCode).toBe(400)
  })
})

describe('a card', () => {
  it('can be looked at by an auditor, who may change nothing', async () => {
    const id = await idOf('ánh')
    const card = (await send(`/${id}`, { headers: auditor })).json<RosterCard>()
    expect(card).toMatchObject({ name: 'Bùi Thị Ánh', editable: true })
    for (const method of ['PATCH', 'DELETE'] as const) {
      expect((await send(`/${id}`, { method, headers: auditor, payload: { name: 'X' } })).statusCode).toBe(403)
    }
    expect((await entries('roster.person')).at(-1)).toEqual({ person: id })
  })

  it('is closed to a unit’s contact, as the list is', async () => {
    expect((await send('', { headers: unit })).statusCode).toBe(403)
    expect((await send(`/${await idOf('ánh')}`, { headers: unit })).statusCode).toBe(403)
  })

  it('of another campaign’s person is unknown, and is neither changed nor removed', async () => {
    const id = await idOf('ánh')
    for (const sent of [{}, { method: 'PATCH', payload: { name: 'X' } }, { method: 'DELETE' }] as Sent[]) {
      const reply = await send(`/${id}`, sent, other)
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'person-unknown'])
    }
    expect(await names('search=anh')).toEqual(['Bùi Thị Ánh'])
  })
})

describe('changing one person of a draft', () => {
  it('follows the rules of the import, and names fields but no values in the log', async () => {
    const id = await idOf('cầm văn an')
    const payload = {
      phone: '+84 912 345 699',
      position: ' Phó  phòng ',
      ratings: [
        { unit: 'STC', group: 'LDP' },
        { unit: 'SNV', group: 'CCVC' },
      ],
    }
    const card = (await send(`/${id}`, { method: 'PATCH', payload })).json<RosterCard>()
    expect(card).toMatchObject({ phone: '0912345699', position: 'Phó phòng', email: 'an@so.example' })
    expect(card.ratings.map((one) => `${one.unit}/${one.group}`)).toEqual(['SNV/CCVC', 'STC/LDP'])
    const entry = (await entries('roster.edit')).at(-1)
    expect(entry).toEqual({
      person: id,
      fields: ['phone', 'position'],
      ratings: { before: ['SNV/LDS'], after: ['SNV/CCVC', 'STC/LDP'] },
    })
    expect(JSON.stringify(entry)).not.toMatch(/0912|phòng|so\.example/)
  })

  it('that changes nothing leaves no entry', async () => {
    const before = (await entries('roster.edit')).length
    await send(`/${await idOf('ánh')}`, { method: 'PATCH', payload: { name: 'Bùi Thị Ánh' } })
    expect((await entries('roster.edit')).length).toBe(before)
  })

  it.each([
    [{ email: 'anh@gmail' }, { path: 'email', suggestions: ['anh@gmail.com'] }],
    [{ phone: 'O912345604' }, { path: 'phone', suggestions: ['0912345604'] }],
    [{ phone: '0912345601' }, { path: 'phone', problem: expect.stringContaining('người khác') }],
    [{ phone: '' }, { path: 'phone', problem: expect.stringContaining('ít nhất một') }],
    [{ name: ' ' }, { path: 'name' }],
    [{ ratings: [{ unit: 'KHONG', group: 'LDS' }] }, { path: 'ratings' }],
    [{ ratings: [{ unit: 'SNV', group: 'HDND' }] }, { path: 'ratings' }],
    [
      {
        ratings: [
          { unit: 'SNV', group: 'LDS' },
          { unit: 'SNV', group: 'LDP' },
        ],
      },
      { path: 'ratings' },
    ],
  ])('%j is refused beside its field', async (payload, problem) => {
    const id = await idOf('ánh')
    const reply = await send(`/${id}`, { method: 'PATCH', payload })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'person-invalid'])
    expect(reply.json().details).toEqual([expect.objectContaining(problem)])
    expect((await send(`/${id}`)).json()).toMatchObject({ name: 'Bùi Thị Ánh', phone: '0912345604', email: null })
  })

  it('takes a person off once: the second press finds nobody', async () => {
    const mine = await draftWith(['Nam,nam@so.example,,SNV,LDS,,', 'Lan,lan@so.example,,SNV,LDS,,'])
    const [person] = (await send('?search=nam', {}, mine)).json<RosterPeople>().people
    const replies = await Promise.all([1, 2].map(() => send(`/${person!.id}`, { method: 'DELETE' }, mine)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404])
    const left = await system.deps.db.select().from(respondents).where(eq(respondents.campaignId, mine))
    expect(left.map(({ fullName }) => fullName)).toEqual(['Lan'])
  })

  it('ends when the campaign opens; looking does not', async () => {
    const mine = await draftWith(['Nam,nam@so.example,,SNV,LDS,,'])
    const id = (await send('', {}, mine)).json<RosterPeople>().people[0]!.id
    await system.deps.db.update(campaigns).set({ status: 'open' }).where(eq(campaigns.code, mine))
    for (const method of ['PATCH', 'DELETE'] as const) {
      const reply = await send(`/${id}`, { method, payload: { name: 'X' } }, mine)
      expect([reply.statusCode, reply.json().code]).toEqual([409, 'campaign-not-draft'])
    }
    expect((await send(`/${id}`, {}, mine)).json()).toMatchObject({ name: 'Nam', editable: false, catalogue: [] })
  })
})

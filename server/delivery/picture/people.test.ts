import { beforeAll, describe, expect, test } from 'vitest'
import { type Campaign, pictureWorld, SENT_AT } from './picture.fixture.ts'
import type { PeopleView } from './schemas.ts'

const world = pictureWorld()
let campaign: Campaign
let other: Campaign

const PEOPLE = [
  {
    fullName: 'Lò Thị Ánh',
    email: 'anh.lo@sonla.test',
    phone: '84912345678',
    externalCode: 'CB001',
    started: true,
    answered: 1,
  },
  {
    fullName: 'Đặng Văn Đạt',
    email: 'vandat@sonla.test',
    phone: '84987654321',
    externalCode: 'cb002',
    units: ['AB', 'HT'],
    answered: 1,
  },
  {
    fullName: 'Nguyễn Văn Thanh',
    email: 'Thanh_NV@sonla.test',
    phone: null,
    externalCode: null,
    units: ['HT'],
    optedOut: true,
  },
  { fullName: 'Quàng Thị Yến', email: null, phone: '84834567890', externalCode: '%_' },
  { fullName: 'Hoà'.normalize('NFD'), email: 'x@y.test', phone: null, emailFailure: 'bounce-5.1.1' },
]

beforeAll(async () => {
  campaign = await world.campaign(PEOPLE)
  other = await world.campaign([{ fullName: 'Lò Thị Ánh', email: 'anh.lo@sonla.test', phone: '84912345678' }])
  const [first, second] = [await world.wave(campaign, 1), await world.wave(campaign, 2)]
  const [anh, dat, thanh] = campaign.people
  const later = new Date(SENT_AT.getTime() + 60_000)
  await world.message(campaign, first, {
    respondentId: anh!,
    channel: 'email',
    state: 'sent',
    sentAt: SENT_AT,
    finishedAt: SENT_AT,
  })
  await world.message(campaign, first, {
    respondentId: dat!,
    channel: 'email',
    state: 'failed',
    failure: 'smtp-550',
    finishedAt: SENT_AT,
  })
  await world.message(campaign, second, { respondentId: dat!, channel: 'zalo', state: 'delivered', deliveredAt: later })
  await world.message(campaign, second, {
    ...{ respondentId: anh!, channel: 'zalo', state: 'withdrawn', failure: 'answered', finishedAt: later },
  })
  await world.message(campaign, second, {
    respondentId: thanh!,
    channel: 'email',
    state: 'failed',
    failure: 'smtp-552',
    finishedAt: later,
  })
  await world.hand(campaign, campaign.people[3]!)
})

const find = async (query: Record<string, string>): Promise<PeopleView> =>
  (await world.get(`${campaign.code}/people?${new URLSearchParams(query)}`)).json()
const names = async (query: Record<string, string>) =>
  (await find(query)).people.map(({ name }) => name.normalize('NFC'))

describe('searching', () => {
  test.each([
    ['anh', ['Lò Thị Ánh']],
    ['ÁNH', ['Lò Thị Ánh']],
    ['lo a', ['Lò Thị Ánh']],
    ['dat dang', ['Đặng Văn Đạt']],
    ['đặng', ['Đặng Văn Đạt']],
    ['van', ['Đặng Văn Đạt', 'Nguyễn Văn Thanh']],
    ['hoa', ['Hoà']],
    ['hòa', ['Hoà']],
    ['0912345678', ['Lò Thị Ánh']],
    ['+84 912 345 678', ['Lò Thị Ánh']],
    ['0912.34', ['Lò Thị Ánh']],
    ['01234567890', ['Quàng Thị Yến']],
    ['567890', ['Quàng Thị Yến']],
    ['anh.lo@', ['Lò Thị Ánh']],
    ['thanh_nv@sonla', ['Nguyễn Văn Thanh']],
    ['nv', ['Nguyễn Văn Thanh']],
    ['cb00', ['Lò Thị Ánh', 'Đặng Văn Đạt']],
    ['CB002', ['Đặng Văn Đạt']],
    ['%', ['Quàng Thị Yến']],
    ['_', []],
    ['.*', []],
    ["'; DROP", []],
    ['khong co ai', []],
  ])('“%s” finds %j', async (search, expected) => {
    expect(await names({ search })).toEqual(expected)
  })

  test('nothing typed gives everybody, by given name in the order of Vietnam', async () => {
    const all = await find({ search: ' ' })
    expect(all.total).toBe(5)
    expect(await names({})).toEqual(['Lò Thị Ánh', 'Đặng Văn Đạt', 'Hoà', 'Nguyễn Văn Thanh', 'Quàng Thị Yến'])
  })

  test('a nonsense filter is refused, an empty one is none', async () => {
    for (const query of ['channel=sms', 'state=lost', 'page=0', 'wave=x', 'search=%00', `search=${'a'.repeat(201)}`])
      expect((await world.get(`${campaign.code}/people?${query}`)).statusCode).toBe(400)
    expect(await names({ channel: '', state: '', cause: '', wave: '', unit: '' })).toHaveLength(5)
  })
})

describe('filters', () => {
  test.each([
    [{ channel: 'email', state: 'failed' }, ['Đặng Văn Đạt', 'Nguyễn Văn Thanh']],
    [{ channel: 'email', state: 'failed', cause: 'smtp-550' }, ['Đặng Văn Đạt']],
    [{ cause: 'smtp-552', wave: '2' }, ['Nguyễn Văn Thanh']],
    [{ channel: 'zalo', state: 'failed' }, []],
    [{ wave: '1' }, ['Lò Thị Ánh', 'Đặng Văn Đạt']],
    [{ unit: 'HT' }, ['Đặng Văn Đạt', 'Nguyễn Văn Thanh']],
    [{ unit: 'HT', search: 'van', state: 'delivered' }, ['Đặng Văn Đạt']],
  ])('%j give %j', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })
})

test('a person is shown with units by name, the phone as people write it, and what became of them', async () => {
  const { people } = await find({ search: 'dat' })
  expect(people).toEqual([
    {
      ...{ id: campaign.people[1], name: 'Đặng Văn Đạt', code: 'cb002', position: null },
      ...{ email: 'vandat@sonla.test', phone: '0987654321', emailFailure: null, phoneFailure: null },
      units: [
        { code: 'AB', name: expect.stringMatching(/\p{Lu}/u) },
        { code: 'HT', name: expect.stringMatching(/\p{Lu}/u) },
      ],
      ...{ answered: 'some', started: true, optedOut: false, handed: null },
      last: {
        channel: 'zalo',
        wave: 2,
        state: 'delivered',
        cause: null,
        title: 'Đã tới',
        at: '2026-03-02T01:06:00.000Z',
      },
    },
  ])
  expect((await find({ search: 'hoa' })).people[0]).toMatchObject({
    emailFailure: { cause: 'bounce-5.1.1', title: 'Địa chỉ thư không tồn tại hoặc không nhận thư' },
    ...{ last: null, answered: 'none', started: false },
  })
  expect((await find({ search: 'yen' })).people[0]!.handed).toEqual({
    ...{ how: 'paper', by: 'canbo@so.example', at: SENT_AT.toISOString() },
  })
})

test('no moment tells when somebody answered', async () => {
  const { people } = await find({ search: 'anh' })
  expect(people[0]).toMatchObject({
    answered: 'all',
    last: { channel: 'email', state: 'sent', at: SENT_AT.toISOString() },
  })
  for (const path of ['people', `people/${campaign.people[0]}`]) {
    const { body } = await world.get(`${campaign.code}/${path}`)
    expect(body).not.toMatch(/2026-03-0[34]/)
  }
})

test('pages hold fifty each, without anybody twice', async () => {
  const crowd = await world.campaign(
    Array.from({ length: 120 }, (_, at) => ({ fullName: `Vì Văn ${at % 7}`, email: `p${at}@sonla.test` })),
  )
  const pages = await Promise.all(
    [1, 2, 3, 4].map(
      async (page): Promise<PeopleView> => (await world.get(`${crowd.code}/people?page=${page}`)).json(),
    ),
  )
  expect(pages.map(({ total, people }) => [total, people.length])).toEqual([
    [120, 50],
    [120, 50],
    [120, 20],
    [120, 0],
  ])
  const ids = pages.flatMap(({ people }) => people.map(({ id }) => id))
  expect(new Set(ids)).toEqual(new Set(crowd.people))
})

describe('who may look', () => {
  test.each(['admin', 'officer', 'auditor'] as const)('%s may', async (role) => {
    for (const path of [
      'funnel',
      'people',
      `people/${campaign.people[0]}`,
      'unknown',
      'deliveries.csv',
      'deliveries.xlsx',
    ])
      expect([path, (await world.get(`${campaign.code}/${path}`, role)).statusCode]).toEqual([path, 200])
  })
  test('a unit’s contact sees none of it', async () => {
    for (const path of [
      'funnel',
      'people',
      `people/${campaign.people[0]}`,
      'unknown',
      'deliveries.csv',
      'deliveries.xlsx',
    ])
      expect([path, (await world.get(`${campaign.code}/${path}`, 'unit')).statusCode]).toEqual([path, 403])
  })
  test('nobody changes anything but officers and administrators', async () => {
    for (const role of ['auditor', 'unit'] as const) {
      expect(
        (await world.post(`${campaign.code}/deliveries/retry`, { channel: 'email', cause: 'x' }, role)).statusCode,
      ).toBe(403)
      expect((await world.post(`${campaign.code}/deliveries/x/settle`, { as: 'sent' }, role)).statusCode).toBe(403)
    }
  })
  test('a person of another campaign, and a campaign that does not exist, are not found', async () => {
    const reply = await world.get(`${campaign.code}/people/${other.people[0]}`)
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'person-unknown'])
    for (const path of ['funnel', 'people', 'people/x', 'unknown', 'deliveries.csv', 'deliveries.xlsx'])
      expect([path, (await world.get(`khong-co/${path}`)).json().code]).toEqual([path, 'campaign-unknown'])
  })
})

test('looking at people is written down once a request, without what was typed', async () => {
  const fresh = await world.campaign([{ fullName: 'Bí Mật', email: 'bi.mat@sonla.test' }])
  await world.get(`${fresh.code}/people?search=bi.mat@&unit=AB`, 'auditor')
  await world.get(`${fresh.code}/people/${fresh.people[0]}`)
  await world.get(`${fresh.code}/unknown`)
  await world.get(`${fresh.code}/funnel`)
  const audits = await world.audits(fresh)
  expect(audits).toEqual([
    {
      actor: world.email('auditor'),
      action: 'people.look',
      details: { unit: 'AB', searched: true, page: 1, shown: 1 },
    },
    { actor: world.email('officer'), action: 'people.look', details: { person: fresh.people[0] } },
    { actor: world.email('officer'), action: 'people.look', details: { state: 'unknown', page: 1, shown: 0 } },
  ])
})

test('whom nothing has reached: a link on paper counts until it is replaced', async () => {
  const fresh = await world.campaign([{ email: 'a@sonla.test' }, { email: 'b@sonla.test' }, { optedOut: true }])
  const [first, second] = fresh.people as [string, string]
  const inNeed = async () => {
    const found: PeopleView = (await world.get(`${fresh.code}/people?reached=none`)).json()
    return found.people.map(({ id }) => id)
  }
  expect(await inNeed()).toEqual([first, second])
  await world.hand(fresh, first)
  expect(await inNeed()).toEqual([second])
  await world.post(`${fresh.code}/people/${first}/reissue`, {})
  expect(await inNeed()).toEqual([first, second])
  expect((await world.get(`${fresh.code}/people?reached=some`)).statusCode).toBe(400)
})

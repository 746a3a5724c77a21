import { unzipSync } from 'node:zlib'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { type Campaign, pictureWorld, SENT_AT } from './picture.fixture.ts'

const world = pictureWorld()
let campaign: Campaign
/** What a spreadsheet would run, or break on. */
const EVIL = [
  '=HYPERLINK("http://x","y")',
  '+84 1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
  'a"b;c,d\ne',
  '<b>&amp;</b>',
  'x\u0001\ud800y',
]

beforeAll(async () => {
  campaign = await world.campaign([
    {
      fullName: 'Lò Thị Ánh',
      email: 'anh@sonla.test',
      phone: '84912345678',
      externalCode: '007',
      units: ['AB', 'HT'],
      answered: 2,
    },
    { fullName: 'Đặng Văn Đạt', email: 'dat@sonla.test', phone: '84987654321' },
    { fullName: 'Quàng Thị Yến' },
    ...EVIL.map((fullName) => ({ fullName })),
  ])
  const [anh, dat, yen] = campaign.people as [string, string, string]
  const first = await world.wave(campaign, 1)
  const second = await world.wave(campaign, 2)
  const later = new Date('2026-03-02T18:30:00Z')
  await world.message(campaign, first, {
    ...{ respondentId: anh, channel: 'email', state: 'delivered', attempts: 2 },
    sentAt: SENT_AT,
    deliveredAt: later,
  })
  await world.message(campaign, first, {
    ...{ respondentId: dat, channel: 'zalo', state: 'failed', failure: 'zalo-118' },
    settledBy: 'canbo@so.example',
  })
  await world.message(campaign, second, {
    ...{ respondentId: anh, channel: 'email', state: 'withdrawn', failure: 'answered' },
    finishedAt: new Date('2026-03-04T00:00:00Z'),
  })
  await world.message(campaign, second, {
    ...{ respondentId: dat, channel: 'email', state: 'queued', failure: 'smtp-421' },
    dueAt: later,
  })
  await world.hand(campaign, yen)
})

const HEAD = [
  ...[
    'Họ và tên',
    'Mã',
    'Đơn vị',
    'Thư điện tử',
    'Số điện thoại',
    'Lượt',
    'Loại lượt',
    'Kênh',
    'Trạng thái',
    'Nguyên nhân',
  ],
  ...['Mã lỗi', 'Việc cần làm', 'Số lần gửi', 'Chờ gửi tới', 'Đã gửi lúc', 'Đã tới lúc', 'Cán bộ xử lý'],
]

/** RFC 4180, strictly. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!)
    if (found[3] === '\r\n') rows.push([])
    if (pattern.lastIndex === text.length) return rows.slice(0, -1)
  }
  throw new Error('not CSV')
}

test('CSV: everybody by given name, each message a row, in words, with moments of Viet Nam', async () => {
  const reply = await world.get(`${campaign.code}/deliveries.csv`)
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(reply.headers['content-disposition']).toBe(`attachment; filename="gui-phieu-${campaign.code}.csv"`)
  expect(reply.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const rows = parseCsv(reply.body.replace(/^\ufeff/, ''))
  expect(rows[0]).toEqual(HEAD)
  const units = rows.find((row) => row[0] === 'Lò Thị Ánh')![2]!
  expect(units.split('; ')).toHaveLength(2)
  const anh = ['Lò Thị Ánh', '007', units, 'anh@sonla.test', '0912 345 678']
  const of = (name: string) => rows.filter((row) => row[0] === name)
  expect(of('Lò Thị Ánh')).toEqual([
    [...anh, '1', 'Lượt mời', 'Thư điện tử', 'Đã tới', '', '', '', '2', '', '02/03/2026 08:05', '03/03/2026 01:30', ''],
    [
      ...anh,
      '2',
      'Lượt nhắc',
      'Thư điện tử',
      'Không gửi nữa',
      'Đã trả lời nên không gửi nữa',
      'answered',
      'Không cần làm gì.',
      '0',
      '',
      '',
      '',
      '',
    ],
  ])
  expect(of('Đặng Văn Đạt').map((row) => row.slice(5))).toEqual([
    [
      ...['1', 'Lượt mời', 'Zalo', 'Không gửi được', 'Số điện thoại này chưa dùng Zalo', 'zalo-118'],
      ...[
        'Sửa số điện thoại nếu sai rồi gửi lại; nếu đúng, gửi qua thư điện tử hoặc gửi tay đường dẫn.',
        '0',
        '',
        '',
        '',
        'canbo@so.example',
      ],
    ],
    [
      ...['2', 'Lượt nhắc', 'Thư điện tử', 'Đang chờ gửi', 'Máy chủ thư tạm thời chưa nhận', 'smtp-421'],
      ...[expect.stringMatching(/^Chưa cần làm gì/), '0', '03/03/2026 01:30', '', '', ''],
    ],
  ])
  expect(of('Quàng Thị Yến').map((row) => row.slice(5))).toEqual([
    [
      '',
      '',
      'Gửi tay',
      'Cán bộ đã đưa giấy có đường dẫn',
      '',
      '',
      '',
      '',
      '',
      '02/03/2026 08:05',
      '',
      'canbo@so.example',
    ],
  ])
  const byGivenName = rows.map((row) => row[0]).filter((name) => /^(Lò|Đặng|Quàng)/.test(name!))
  expect([...new Set(byGivenName)]).toEqual(['Lò Thị Ánh', 'Đặng Văn Đạt', 'Quàng Thị Yến'])
  // Nobody is left out, and nothing says when anybody answered.
  expect(new Set(rows.slice(1).map((row) => row[0])).size).toBe(campaign.people.length)
  expect(reply.body).not.toContain('04/03/2026')
})

test('CSV: nothing in it is a formula', async () => {
  const rows = parseCsv((await world.get(`${campaign.code}/deliveries.csv`)).body.replace(/^\ufeff/, ''))
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
  const names = rows.map((row) => row[0]!)
  for (const name of EVIL.slice(0, 6)) expect(names).toContain(`'${name}`)
  expect(names).toContain('a"b;c,d\ne')
})

test('.xlsx: opens again with the same rows, numbers as numbers and moments as dates', async () => {
  const reply = await world.get(`${campaign.code}/deliveries.xlsx`)
  expect(reply.headers['content-type']).toContain('spreadsheetml')
  const sheets = await readExcelFile(reply.rawPayload)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Tổng hợp', 'Số người', 'Nguyên nhân', 'Từng tin'])
  const [summary, people, causes, messages] = sheets.map(({ data }) => data)
  expect(summary!.slice(1, 3)).toEqual([
    [1, 'Lượt mời', 'Thư điện tử', 1, 0, 0, 1, 1, 0, 0, 0, 1, 1],
    [1, 'Lượt mời', 'Zalo', 1, 0, 0, 0, 0, 1, 0, 0, 0, 0],
  ])
  expect(people![1]).toEqual(['Được mời', campaign.people.length])
  expect(
    causes!
      .slice(1)
      .map(([channel, state, title, cause, , count, needing]) => [channel, state, title, cause, count, needing]),
  ).toEqual([
    ['Thư điện tử', 'Đang chờ gửi', 'Máy chủ thư tạm thời chưa nhận', 'smtp-421', 1, 0],
    ['Zalo', 'Không gửi được', 'Số điện thoại này chưa dùng Zalo', 'zalo-118', 1, 0],
  ])
  expect(messages![0]).toEqual(HEAD)
  const anh = messages!.find((row) => row[0] === 'Lò Thị Ánh')!
  expect([anh[1], anh[4], anh[5], anh[12]]).toEqual(['007', '0912 345 678', 1, 2])
  // A spreadsheet knows no time zones: what it shows is Viet Nam's clock.
  expect([anh[14], anh[15]]).toEqual([new Date('2026-03-02T08:05:00Z'), new Date('2026-03-03T01:30:00Z')])
})

test('.csv: nothing runs in a spreadsheet that parts cells at semicolons and knows no quotes in the middle of one', async () => {
  const names = ['Lò;=HYPERLINK("http://x")', 'Vì; +84', 'Bùi\n@SUM(A1)', 'An;"=1+1"', 'Hoàng; Văn-An']
  const sly = await world.campaign(names.map((fullName) => ({ fullName })))
  const { body } = await world.get(`${sly.code}/deliveries.csv`)
  const cells = body.split(/[;\r\n]/).map((cell) => cell.replace(/^["\s]+/, ''))
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  expect(body).toContain('Hoàng; Văn-An')
})

test('.xlsx: texts stay texts, whatever they begin with, and nothing breaks the file', async () => {
  const { rawPayload } = await world.get(`${campaign.code}/deliveries.xlsx`)
  const [sheet] = (await readExcelFile(rawPayload)).slice(-1)
  const names = sheet!.data.map((row) => row[0])
  for (const name of EVIL.slice(0, 8)) expect(names).toContain(name.trim() === name ? name : name.trim())
  expect(names).toContain('x\ufffdy')
  const xml = inflated(rawPayload).join('')
  expect(xml).not.toMatch(/<f[ >]/)
  const quoted = [...xml.matchAll(/ s="2" t="inlineStr"><is><t xml:space="preserve">([^<]*)</g)].map(
    (found) => found[1],
  )
  expect(quoted).toEqual(expect.arrayContaining(['@SUM(A1)', '-2+3', '+84 1']))
})

/** Every file of a zip, as text, found by its signature. */
function inflated(zip: Buffer): string[] {
  const texts: string[] = []
  for (let at = zip.indexOf('PK\x03\x04'); at >= 0; at = zip.indexOf('PK\x03\x04', at + 4)) {
    const begin = at + 30 + zip.readUInt16LE(at + 26)
    const gzip = Buffer.concat([
      Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]),
      zip.subarray(begin, zip.indexOf('PK\x07\x08', begin)),
    ])
    const total = zip.subarray(zip.indexOf('PK\x07\x08', begin))
    texts.push(unzipSync(Buffer.concat([gzip, total.subarray(4, 8), total.subarray(12, 16)])).toString())
  }
  return texts
}

test('an empty campaign gives an empty list', async () => {
  const empty = await world.campaign([], 'draft')
  expect(parseCsv((await world.get(`${empty.code}/deliveries.csv`)).body.replace(/^\ufeff/, ''))).toEqual([HEAD])
  const sheets = await readExcelFile((await world.get(`${empty.code}/deliveries.xlsx`)).rawPayload)
  expect(sheets[3]!.data).toEqual([HEAD])
})

test('more people than are read at once come out whole and in order', async () => {
  const people = Array.from({ length: 450 }, (_, at) => ({ fullName: `Vì Văn ${String(at).padStart(4, '0')}` }))
  const crowd = await world.campaign(people)
  const rows = parseCsv((await world.get(`${crowd.code}/deliveries.csv`)).body.replace(/^\ufeff/, ''))
  expect(rows.slice(1).map((row) => row[0])).toEqual(people.map(({ fullName }) => fullName))
  const sheets = await readExcelFile((await world.get(`${crowd.code}/deliveries.xlsx`)).rawPayload)
  expect(sheets[3]!.data.slice(1).map((row) => row[0])).toEqual(people.map(({ fullName }) => fullName))
})

test('is written down with the number of people', async () => {
  const fresh = await world.campaign([{ fullName: 'Bí Mật' }])
  await world.get(`${fresh.code}/deliveries.xlsx`, 'auditor')
  expect(await world.audits(fresh)).toEqual([
    { actor: world.email('auditor'), action: 'delivery.export', details: { format: 'xlsx', people: 1 } },
  ])
})

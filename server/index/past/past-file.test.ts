/** Last year’s results in a file, with the place of whatever is wrong. */
import { describe, expect, test } from 'vitest'
import { pastCampaigns, pastFile } from './past-campaign.fixture.ts'
import { findPast } from './queries.ts'

const { world, get, send } = pastCampaigns()

describe('a file', () => {
  test('that LibreOffice made comes in: other headings, decimal commas, formulas, a missing code, a line of means', async () => {
    const reply = await send(await pastFile())
    expect(reply.json()).toEqual({
      ...{ version: 1, year: 2024, units: 6, problems: [], problemCount: 0 },
      blocks: [
        { code: 'so', name: 'Khối sở', units: 4 },
        { code: 'huyen', name: 'Khối huyện', units: 2 },
      ],
    })
    const { document } = (await findPast(world.system.deps.answerDb, world.campaign.id))!
    expect(document.blocks[0]!.units).toEqual([
      { code: 'SNV', name: 'Sở Nội vụ', points: 92.5, rank: 1, class: 'A', domains: { 1: 39.5, 2: 44, 3: 9 } },
      { code: 'STC', name: 'Sở Tài chính', points: 88.25, rank: 2, class: 'B', domains: { 1: 38, 2: 41.25, 3: 9 } },
      {
        code: 'SKHDT',
        name: 'Sở Kế hoạch và Đầu tư',
        points: 88.25,
        rank: 2,
        class: 'B',
        domains: { 1: 38, 2: 41.25, 3: 9 },
      },
      { code: 'SYT', name: 'Sở Y tế', points: 80.1, rank: 4, class: 'B' },
    ])
    expect(document.blocks[1]!.units.map(({ code, points }) => [code, points])).toEqual([
      ['MC', 85],
      ['ML', 69.99],
    ])
  })

  test('is rehearsed without a trace', async () => {
    const reply = await send(await pastFile(), '?dryRun=true')
    expect(reply.json()).toMatchObject({ version: null, units: 6, problems: [] })
    expect((await get()).json()).toMatchObject({ current: null, versions: [] })
  })

  test('drawn as template lists last year’s units, none of which is lost silently while it is empty', async () => {
    const template = await get('/template.xlsx')
    expect(template.statusCode).toBe(200)
    const { units, problems } = (await send(template.rawPayload, '?dryRun=true')).json()
    expect(units).toBe(0)
    expect(problems.map(({ unit, code, row }: Record<string, unknown>) => [unit, code, row])).toEqual(
      ['SNV', 'STC', 'SKHDT', 'SYT', 'SVH', 'MC', 'ML', 'YC'].map((unit, at) => [unit, 'missing', at + 4]),
    )
  })

  test('has units without points beside titles, sums and signatures, which are nobody’s', async () => {
    const lines = [
      ...[';;KHỐI SỞ, BAN, NGÀNH;;;', 'so;SNV;Sở Nội vụ;90,00;1;A', 'so;STC;;80;2;B', ';;Tổng cộng;170;;'],
      ...[';;Điểm trung bình;85;;', ';;Tổng số điểm các sở;170;;', ';TM. UBND TỈNH;;;;', ';;Người lập biểu;;;Giám đốc'],
    ]
    const text = `Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng;Xếp loại\n${lines.join('\n')}\n`
    expect((await send(text, '', 'a.csv')).json()).toMatchObject({ version: 1, units: 2, problems: [] })
  })

  test('with a line that cannot be read says nothing about the ranks of the others', async () => {
    const text = 'Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng\nso;SNV;;;1\nso;STC;;80;2\n'
    const { problems } = (await send(text, '?dryRun=true', 'a.csv')).json()
    expect(problems).toMatchObject([{ unit: 'SNV', code: 'missing' }])
  })

  test('without any unit is refused', async () => {
    const reply = await send('Khối;Mã đơn vị;Đơn vị;Điểm\n;;Tổng cộng;80\n', '', 'a.csv')
    expect(reply.json().details.problems).toMatchObject([{ code: 'missing', row: null, unit: null }])
    expect(await findPast(world.system.deps.answerDb, world.campaign.id)).toBeNull()
  })

  test('with more units of a block than a definition can have is refused whole', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `so;U${at};Đơn vị ${at};80\n`).join('')
    const reply = await send(`Khối;Mã đơn vị;Đơn vị;Điểm\n${lines(501)}`, '', 'a.csv')
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
    expect(reply.json().details).toMatchObject([{ path: 'file', problem: expect.stringContaining('501 đơn vị') }])
    expect((await get()).json()).toMatchObject({ current: null })
    expect((await send(`Khối;Mã đơn vị;Đơn vị;Điểm\n${lines(500)}`, '', 'a.csv')).json()).toMatchObject({ units: 500 })
    expect((await get()).json()).toMatchObject({ current: { version: 1 } })
  })

  test.each([
    ['points that are no number', 'SNV;Sở Nội vụ;chín mươi;1;A', 'not-a-number', 'D · Điểm'],
    ['points that are missing', 'SNV;Sở Nội vụ;;1;A', 'missing', 'D · Điểm'],
    ['a code whose points and rank are blank', 'SNV;Sở Nội vụ;;;A', 'missing', 'D · Điểm'],
    ['a code alone', 'SLD;;;;', 'missing', 'D · Điểm'],
    ['a known unit’s name without its code, points and rank', ';Sở Nội vụ;;;', 'missing', 'D · Điểm'],
    ['a class without anything else', ';Sở Kế hoạch;;;B', 'unknown-unit', 'C · Đơn vị'],
    ['a “Tổng công ty” without a code', ';Tổng công ty Nông nghiệp;88;1;B', 'unknown-unit', 'C · Đơn vị'],
    ['more points than there are', 'SNV;Sở Nội vụ;100,01;1;A', 'above-max', 'D · Điểm'],
    ['three decimals', 'SNV;Sở Nội vụ;90,125;1;A', 'too-many-decimals', 'D · Điểm'],
    ['a class that is not the points’', 'SNV;Sở Nội vụ;89,99;1;A', 'class-differs', 'F · Xếp loại'],
    ['a class nobody knows', 'SNV;Sở Nội vụ;89,99;1;Xuất sắc', 'unknown-class', 'F · Xếp loại'],
    ['a rank that is not the points’', 'SNV;Sở Nội vụ;50;1;C', 'rank-differs', 'E · Xếp hạng'],
    ['a rank of nought', 'SNV;Sở Nội vụ;95;0;A', 'not-a-number', 'E · Xếp hạng'],
    ['a unit twice', 'STC;Sở Tài chính;80;2;B', 'duplicate', 'B · Mã đơn vị'],
    ['a unit without a code that nobody knows', ';Sở Kế hoạch;70;3;B', 'unknown-unit', 'C · Đơn vị'],
  ])('%s is refused with its place', async (_, line, code, column) => {
    const text = `Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng;Xếp loại\nso;STC;Sở Tài chính;80;2;B\nso;${line}\n`
    const reply = await send(text, '', 'nam-truoc.csv')
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'past-invalid'])
    expect(reply.json().details.problems).toContainEqual(expect.objectContaining({ sheet: null, row: 3, code, column }))
    expect(await findPast(world.system.deps.answerDb, world.campaign.id)).toBeNull()
  })

  test('whose block is unknown, and one without a table', async () => {
    const text = 'Khối;Mã đơn vị;Đơn vị;Điểm\nxã;XA1;Xã một;80\n'
    expect((await send(text, '', 'a.csv')).json().details.problems).toMatchObject([{ code: 'unknown-block', row: 2 }])
    expect((await send('Kính gửi;các đồng chí\n', '', 'a.csv')).json()).toMatchObject({ code: 'header-missing' })
    expect((await send('Kính gửi các đồng chí\n', '', 'a.xlsx')).json()).toMatchObject({ code: 'not-a-spreadsheet' })
  })
})

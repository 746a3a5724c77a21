/** Points in a file: the template there and back, and files that are refused. */
import { describe, expect, test } from 'vitest'
import { upload } from '../../test/upload.ts'
import { appraisedPoints } from '../small-index.fixture.ts'
import { pointsCampaigns } from './points-campaign.fixture.ts'
import { findCurrentSets } from './queries.ts'

const { world, path, get, post, traces } = pointsCampaigns()

describe('a file', () => {
  test('fetched as template, filled by the system, comes back in; a rehearsal changes nothing', async () => {
    expect((await post(appraisedPoints)).statusCode).toBe(200)
    const template = await get(path('/template.xlsx?kind=appraised&round=2&filled=true'))
    expect(template.headers['content-disposition']).toContain(
      `"diem-tham-dinh-lan-2-${world.campaign.code}-kem-diem.xlsx"`,
    )
    const before = await traces()
    const rehearsal = await upload(world.system, world.officer, path('?kind=appraised&round=2&dryRun=true'), {
      file: template.rawPayload,
    })
    expect(rehearsal.json()).toEqual({
      ...{ kind: 'appraised', source: '', round: 2, version: null },
      ...{ units: 7, leaves: 28, filled: 28, changed: 0, kept: [], problems: [], problemCount: 0 },
      totals: expect.arrayContaining([
        { unit: 'SNV', points: 66.25 },
        { unit: 'YC', points: 61.75 },
      ]),
    })
    expect(await traces()).toEqual(before)
    const form = { file: template.rawPayload, fields: { reason: 'Thẩm định lần hai, không đổi' } }
    const kept = await upload(world.system, world.officer, path('?kind=appraised&round=2'), form)
    expect(kept.json()).toMatchObject({ round: 2, version: 1, changed: 0 })
    const { appraised } = await findCurrentSets(world.system.deps.answerDb, world.campaign.id)
    expect(appraised).toMatchObject({ round: 2, version: 1, points: appraisedPoints })
  })

  test('the .csv template, filled in with decimal commas, comes in', async () => {
    const { body } = await get(path('/template.csv?kind=imported&source=nguoi-dan'))
    expect(body).toContain(
      `${world.campaign.code};Nguồn Khảo sát người dân (nguoi-dan);Khối sở;SNV;Sở Nội vụ;ND;Mức độ hài lòng của người dân;10;\r\n`,
    )
    const file = body.replaceAll(';10;\r\n', ';10;9,25\r\n')
    const form = { file, name: 'diem.csv', fields: { reason: 'Bưu điện gửi' } }
    const reply = await upload(world.system, world.officer, path('?kind=imported&source=nguoi-dan'), form)
    expect(reply.json()).toMatchObject({ version: 1, units: 7, leaves: 7, filled: 7, changed: 7, problems: [] })
    const { imported } = await findCurrentSets(world.system.deps.answerDb, world.campaign.id)
    expect(imported).toMatchObject([
      { source: 'nguoi-dan', set: { points: { SNV: { ND: '9.25' }, YC: { ND: '9.25' } } } },
    ])
  })

  test.each(['xlsx', 'csv'])('of another round or kind is refused in words (.%s)', async (ending) => {
    await post(appraisedPoints)
    const template = await get(path(`/template.${ending}?kind=appraised&filled=true`))
    const name = /"(.*)"/.exec(String(template.headers['content-disposition']))![1]!
    expect(name).toBe(`diem-tham-dinh-lan-1-${world.campaign.code}-kem-diem.${ending}`)
    const told = async (query: string) => {
      const reply = await upload(world.system, world.officer, path(`?${query}&dryRun=true`), {
        file: template.rawPayload,
        name,
      })
      return reply.json().problems[0]
    }
    expect(await told('kind=appraised&round=1')).toBeUndefined()
    expect(await told('kind=appraised&round=2')).toMatchObject({
      ...{ code: 'wrong-kind', value: 'Thẩm định lần 1' },
      message: expect.stringContaining('Tệp này là mẫu của Thẩm định lần 1, bạn đang nhập vào lần 2.'),
    })
    expect(await told('kind=self')).toMatchObject({ message: expect.stringContaining('“Tự đánh giá”') })
  })

  test('with problems is refused whole, and the refusal names them with their places', async () => {
    const file = 'Đơn vị;Mã tiêu chí;Điểm\nSNV;1.1.1;13\nSNV;1.1.2;một\nSở Nội vị;2.1;1\n'
    const before = await traces()
    const form = { file, name: 'diem.csv', fields: { reason: 'Thử tệp sai' } }
    const reply = await upload(world.system, world.officer, path('?kind=appraised'), form)
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'points-invalid', details: { version: null, kept: ['Khối huyện'] } })
    const told = reply.json().details.problems.map((one: { code: string; row: number }) => [one.code, one.row])
    expect(told).toEqual(
      expect.arrayContaining([
        ['above-max', 2],
        ['not-a-number', 3],
        ['unknown-unit', 4],
      ]),
    )
    expect(await traces()).toEqual(before)
  })

  test.each([
    ['no file', {}, 400, 'file-missing'],
    ['no reason', { file: 'Đơn vị;Mã tiêu chí;Điểm\n' }, 422, 'reason-missing'],
    ['no table', { file: 'Kính gửi;các đồng chí\n', name: 'a.csv', fields: { reason: 'Thử' } }, 422, 'header-missing'],
    ['a text renamed', { file: 'Kính gửi\n', name: 'a.xlsx', fields: { reason: 'Thử' } }, 422, 'not-a-spreadsheet'],
    [
      'no spreadsheet',
      { file: Buffer.from('PK\x03\x04 hỏng'), fields: { reason: 'Thử tệp hỏng' } },
      422,
      'file-unreadable',
    ],
  ])('%s is a clear refusal', async (_, form, status, code) => {
    const reply = await upload(world.system, world.officer, path('?kind=appraised'), form)
    expect([reply.statusCode, reply.json().code]).toEqual([status, code])
  })
})

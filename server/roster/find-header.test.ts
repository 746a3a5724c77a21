import { describe, expect, it } from 'vitest'
import { toSheetRows } from '../sheets/sheet.ts'
import { findHeader, isHeadingRow } from './find-header.ts'

const header = (table: (string | null)[][]) => findHeader(toSheetRows(table))

describe('findHeader', () => {
  it('finds the header under merged titles and blank rows', () => {
    const found = header([
      ['UBND TỈNH SƠN LA', null, null, null],
      [],
      ['DANH SÁCH CÁN BỘ CÓ HỌ VÀ TÊN, ĐƠN VỊ, NHÓM', null, null, null],
      ['TT', 'Họ và tên', 'E-mail', 'ĐƠN VỊ', 'nhom'],
      ['1', 'An', 'an@tinh.example', 'SNV', 'LDS'],
    ])
    expect(found).toMatchObject({
      row: 4,
      bodyStart: 3,
      missing: [],
      columns: { name: 1, email: 2, unit: 3, group: 4 },
    })
  })

  it.each([
    ['Họ tên', 'Thư điện tử', 'Cơ quan', 'Nhóm đối tượng'],
    ['HỌ VÀ TÊN (in hoa)', 'SĐT', 'Đơn vị đánh giá (*)', 'Đối tượng'],
    ['Ho va ten', 'So dien thoai', 'Don vi', 'Nhom'],
    ['Họ và tên'.normalize('NFD'), 'Di động'.normalize('NFD'), 'Đơn vị'.normalize('NFD'), 'Nhóm'.normalize('NFD')],
  ])('knows the headings %s, %s, %s, %s in any order', (...titles) => {
    expect(header([titles])?.missing).toEqual([])
    expect(header([titles.toReversed()])?.missing).toEqual([])
  })

  it('reads a header of two rows', () => {
    const found = header([
      ['TT', 'Họ và tên', null, 'Đơn vị', 'Nhóm', 'Liên hệ', null],
      [null, 'Họ đệm', 'Tên', null, null, 'SĐT', 'Email'],
      ['1', 'Nguyễn', 'An', 'SNV', 'LDS', '0912345678', null],
    ])
    expect(found).toMatchObject({
      bodyStart: 2,
      missing: [],
      columns: { familyName: 1, givenName: 2, phone: 5, email: 6 },
    })
  })

  it('prefers the unit that is rated to the unit where the person works, and says so', () => {
    const found = header([['Họ tên', 'Email', 'Đơn vị công tác', 'Đơn vị được đánh giá', 'Nhóm']])
    expect(found?.columns.unit).toBe(3)
    expect(found?.ignored).toEqual([{ title: 'Đơn vị công tác', used: 'Đơn vị được đánh giá' }])
  })

  it('names what is missing', () => {
    expect(header([['Họ tên', 'Đơn vị', 'Ghi chú']])?.missing).toEqual(['Email hoặc Số điện thoại', 'Nhóm'])
  })

  it('does not look further than row 30', () => {
    const table = [...Array.from({ length: 30 }, () => []), ['Họ tên', 'Email', 'Đơn vị', 'Nhóm']]
    expect(header(table)).toBeUndefined()
    expect(header(table.slice(1))?.row).toBe(30)
  })

  it('tells rows of headings and of column numbers from people', () => {
    expect(isHeadingRow(['(1)', '(2)', '', '(3)'])).toBe(true)
    expect(isHeadingRow(['Họ và tên', 'Email', 'Đơn vị'])).toBe(true)
    expect(isHeadingRow(['1', 'Nguyễn Văn An', 'SNV'])).toBe(false)
  })
})

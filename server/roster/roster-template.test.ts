import { expect, it } from 'vitest'
import { readXlsx } from '../sheets/read-xlsx.ts'
import { readZip } from '../sheets/read-zip.ts'
import { readRosterFile } from './read-roster-file.ts'
import { definition } from './roster.fixture.ts'
import { drawTemplate } from './roster-template.ts'

it('is a roster that the import understands, with nobody in it', async () => {
  const data = await drawTemplate(definition)
  expect(await readRosterFile({ name: 'mau.xlsx', data }, definition)).toMatchObject({
    count: 0,
    rows: [],
    rejected: [],
    warnings: [],
  })
})

it('offers the units and groups, lets several units stand in one cell, and lists codes and names', async () => {
  const data = await drawTemplate(definition)
  const [list, catalogue] = await readXlsx(data)
  expect(list?.rows.at(-1)?.cells.slice(0, 7)).toEqual([
    'Họ và tên',
    'Email',
    'Số điện thoại',
    'Đơn vị',
    'Nhóm',
    'Chức vụ',
    'Mã',
  ])
  const names = catalogue?.rows.slice(1).map(({ cells }) => cells[2])
  const units = definition.blocks.flatMap((block) => block.units)
  expect(names?.slice(0, units.length)).toEqual(units.map(({ name }) => name))
  const xml =
    readZip(data, (path) => path === 'xl/worksheets/sheet1.xml', 10_000_000)
      .get('xl/worksheets/sheet1.xml')
      ?.toString() ?? ''
  const rules = xml.match(/<dataValidation [^>]*>.*?<\/dataValidation>/gs) ?? []
  expect(rules).toHaveLength(2)
  expect(rules[0]).toContain(`'Danh mục'!$C$2:$C$${units.length + 1}`)
  expect(rules.every((rule) => rule.includes('errorStyle="information"'))).toBe(true)
  expect(xml.indexOf('<dataValidations')).toBeGreaterThan(xml.indexOf('</sheetData>'))
})

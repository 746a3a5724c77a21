/** The empty roster of a campaign: its columns, drop-downs of its units and groups, and a sheet that lists them. */
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import type { Definition } from '../campaigns/definition.ts'
import type { Db } from '../db/client.ts'
import { errors } from '../errors.ts'
import { type DropDown, dropDowns } from '../sheets/drop-downs.ts'
import { FIELDS } from './columns.ts'
import { findRosterCampaign } from './queries.ts'

const LIST_SHEET = 'Danh mục'
const HEADER_ROW = 3
/** Rows prepared under the header: phones kept as text, drop-downs offered. A longer list works, without these aids. */
const PREPARED_ROWS = 2_000

const WIDTHS = { name: 28, email: 32, phone: 18, unit: 40, group: 40, position: 24, code: 14 }
const FIELD_NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[]

/** An .xlsx file. Throws campaign-unknown. */
export async function rosterTemplate(db: Db, campaignCode: string): Promise<Buffer> {
  const campaign = await findRosterCampaign(db, campaignCode)
  if (!campaign) throw errors.campaignUnknown()
  return drawTemplate(campaign.definition)
}

export async function drawTemplate(definition: Definition): Promise<Buffer> {
  const units = definition.blocks.flatMap((block) => block.units.map((unit) => [block.name, unit.code, unit.name]))
  const groups = definition.blocks.flatMap((block) => block.groups.map((group) => [block.name, group.code, group.name]))
  const choices = [
    dropDown(
      'unit',
      listRange('C', units.length),
      'Không có trong danh mục. Nếu ghi nhiều đơn vị, hãy cách nhau bằng dấu chấm phẩy (;).',
    ),
    dropDown('group', listRange('G', groups.length), 'Không có trong danh mục nhóm.'),
  ]
  return writeExcelFile(
    [
      {
        sheet: 'Danh sách',
        data: listRows(definition.title),
        columns: FIELD_NAMES.map((field) => ({ width: WIDTHS[field] })),
        stickyRowsCount: HEADER_ROW,
      },
      {
        sheet: LIST_SHEET,
        data: catalogueRows(units, groups),
        columns: [24, 14, 48, 4, 24, 14, 64].map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    { features: [dropDowns(choices, { first: HEADER_ROW + 1, last: HEADER_ROW + PREPARED_ROWS })] },
  ).toBuffer()
}

function listRows(title: string): Row[] {
  const note =
    'Mỗi dòng một người. Cần ít nhất Email hoặc Số điện thoại. Người đánh giá nhiều đơn vị: ghi các đơn vị trong một ô, cách nhau bằng dấu chấm phẩy (;).'
  const span = FIELD_NAMES.length
  const phoneColumn = FIELD_NAMES.indexOf('phone')
  const prepared: Row = FIELD_NAMES.map((_, column) => (column === phoneColumn ? { type: String, format: '@' } : null))
  return [
    [{ value: `Danh sách đối tượng khảo sát: ${title}`, fontWeight: 'bold', fontSize: 14, columnSpan: span }],
    [{ value: note, wrap: true, height: 32, alignVertical: 'top', columnSpan: span }],
    FIELD_NAMES.map((field) => heading(FIELDS[field])),
    ...Array.from({ length: PREPARED_ROWS }, () => prepared),
  ]
}

function catalogueRows(units: string[][], groups: string[][]): Row[] {
  const titles = ['Khối', 'Mã đơn vị', 'Tên đơn vị', '', 'Khối', 'Mã nhóm', 'Tên nhóm']
  const rows = Array.from({ length: Math.max(units.length, groups.length) }, (_, index) => [
    ...(units[index] ?? [null, null, null]),
    null,
    ...(groups[index] ?? []),
  ])
  return [titles.map((title) => (title === '' ? null : heading(title))), ...rows]
}

const heading = (value: string): Cell => ({
  value,
  fontWeight: 'bold',
  backgroundColor: '#dbe7f3',
  borderStyle: 'thin',
  align: 'center',
})

const listRange = (column: string, length: number) => `'${LIST_SHEET}'!$${column}$2:$${column}$${length + 1}`

/** A cell may name several units, so both lists only inform. */
function dropDown(field: 'unit' | 'group', list: string, message: string): DropDown {
  return { column: FIELD_NAMES.indexOf(field), list, style: 'information', title: FIELDS[field], message }
}

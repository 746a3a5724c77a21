/** The table of last year's results to fill in: a line for each unit that this year's units continue. */
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import type { Block, Definition } from '../../campaigns/definition.ts'
import type { Db } from '../../db/client.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import { TITLES } from './past-columns.ts'

/** Throws campaign-unknown and index-not-configured. */
export async function pastTemplate({ answerDb }: { answerDb: Db }, code: string): Promise<Buffer> {
  return drawPastTemplate((await findIndexedCampaign(answerDb, code)).definition)
}

/** An .xlsx file of one sheet. */
async function drawPastTemplate(definition: Definition): Promise<Buffer> {
  const domains = new Map(definition.blocks.flatMap((block) => block.domains.map(({ code, name }) => [code, name])))
  const titles = [...Object.values(TITLES), ...[...domains].map(([code]) => `Lĩnh vực ${code}`)]
  const note =
    'Ghi kết quả đã công bố. Cần có Khối, Mã đơn vị và Điểm; các cột khác bỏ trống được. Đơn vị không có kết quả năm ấy: xóa cả dòng. Đơn vị đã sáp nhập hay đổi tên: ghi mã và tên của năm ấy.'
  const data: Row[] = [
    [
      {
        value: `Kết quả Chỉ số năm ${definition.year - 1}`,
        fontWeight: 'bold',
        fontSize: 14,
        columnSpan: titles.length,
      },
    ],
    [{ value: note, wrap: true, height: 48, alignVertical: 'top', columnSpan: titles.length }],
    titles.map(heading),
    ...definition.blocks.flatMap((block) =>
      unitsOf(block).map(({ code, name }) => [block.name, text(code), name, ...titles.slice(3).map(() => NUMBER)]),
    ),
  ]
  const columns = [{ width: 16 }, { width: 14 }, { width: 48 }, ...titles.slice(3).map(() => ({ width: 14 }))]
  const sheet = { sheet: 'Kết quả năm trước', data, columns, stickyRowsCount: 3 }
  return writeExcelFile([sheet], { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer()
}

/** Last year's units, as far as the definition names them: predecessors by code, the others as they are. */
function unitsOf({ units }: Block): { code: string; name: string }[] {
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const codes = units.flatMap(({ code, predecessors }) => predecessors ?? [code])
  return [...new Set(codes)].map((code) => ({ code, name: names.get(code) ?? '' }))
}

const text = (value: string): Cell => ({ value, type: String, format: '@' })
const NUMBER: Cell = { type: Number, borderStyle: 'thin' }
const heading = (value: string): Cell => ({
  ...{ value, type: String, fontWeight: 'bold', backgroundColor: '#dbe7f3', borderStyle: 'thin', align: 'center' },
})

/** The sheet "Nguồn": which campaign, which data, which rules; the bounds of the classes stand here for the formulas of the other sheets. */

import { MAIN, XML } from '../../../sheets/office-xml.ts'
import type { IndexDocument } from '../../compute/schemas.ts'
import type { ReportDocument } from '../schemas.ts'
import { formatDay } from '../words-numbers.ts'
import { PROVISIONAL, ROUNDING, sayWaiting, TIES } from '../words-rules.ts'
import { type SheetCell, writeRow } from './xlsx-cells.ts'
import { heightOf, pageSetup, type Sheet } from './xlsx-sheet.ts'
import type { Looks } from './xlsx-styles.ts'

const NAME = 'Nguồn'
/** Of the column of values, in characters. */
const WIDTH = 90
const BOLD = { font: 'bold' } as const

type Line = (string | number | null)[]

/** The sheet, and the names of the cells that hold each class and its bound. */
export function writeSourcesSheet(report: ReportDocument, index: IndexDocument, looks: Looks) {
  const before = [...about(report, index), ...rulesOf(index)]
  const classes = index.rules.classes.map(({ code, name, from }): Line => [code, name, from])
  const first = before.length + 1
  const lines = [...before, ...classes, ...setsOf(index), ...surveyOf(index), ...HOW_TO_CHECK]
  const rows = lines.map((line, at) =>
    writeRow(at + 1, cellsOf(line, line.length === 1), looks, ['A', 'B', 'C'], lineHeight(line)),
  )
  const sheet: Sheet = {
    name: NAME,
    titles: null,
    xml: `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews><cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="${WIDTH}" customWidth="1"/><col min="3" max="3" width="10" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData>${pageSetup(1)}</worksheet>`,
  }
  const bounds = classes.map((_, at) => ({ code: `'${NAME}'!$A$${first + at}`, from: `'${NAME}'!$C$${first + at}` }))
  return { sheet, bounds }
}

const lineHeight = ([, text]: Line): number => heightOf(typeof text === 'string' ? text : '', WIDTH)

/** A line of one text is a heading. */
const cellsOf = (line: Line, heading: boolean): SheetCell[] =>
  line.map((value, at) => ({
    value,
    look: heading
      ? BOLD
      : at === 0
        ? {}
        : {
            align: 'left',
            wrapped: at === 1,
            ...(typeof value === 'number' && !Number.isInteger(value) && { format: 'points' }),
          },
  }))

const about = (report: ReportDocument, index: IndexDocument): Line[] => [
  ['NGUỒN SỐ LIỆU'],
  ['Đợt điều tra', index.title],
  ['Mã đợt', index.campaign],
  ['Năm', index.year],
  ['Cơ quan thực hiện', index.organizer],
  ['Báo cáo', `${report.number}; ${report.date}`],
  ['Tình trạng', index.status === 'final' ? 'Chính thức' : `${PROVISIONAL} (${sayWaiting(index)})`],
  ['Lần cập nhật', index.revision],
  ['Mã kiểm tra của kết quả', index.digest],
  ['Mã kiểm tra của kết quả và lời văn', report.inputDigest],
  ['Mã kiểm tra của điểm điều tra', index.scoresDigest],
]

const rulesOf = ({ rules }: IndexDocument): Line[] => [
  ['QUY TẮC TÍNH'],
  ['Tổng điểm', rules.total],
  ['Điểm thẩm định tối đa', rules.appraisedMax],
  ['Điểm điều tra xã hội học tối đa', rules.surveyMax],
  ['Xếp hạng khi bằng điểm', TIES[rules.ties]],
  ['Làm tròn', ROUNDING],
  ['Số phiếu ít nhất để công bố', rules.minimumCell],
  ['XẾP LOẠI (mã, tên, từ điểm)'],
]

function setsOf({ sets }: IndexDocument): Line[] {
  const line = (name: string, set: { round: number; version: number; on: string; digest: string } | null): Line =>
    set === null
      ? [name, 'Chưa có']
      : [name, `Vòng ${set.round}, lần nhập ${set.version}, ngày ${formatDay(set.on)}; mã kiểm tra ${set.digest}`]
  const { past } = sets
  return [
    ['BỘ SỐ LIỆU'],
    line('Điểm tự đánh giá', sets.self),
    line('Điểm thẩm định', sets.appraised),
    ...sets.imported.map(({ source, set }) => line(`Điểm nhập của nguồn ${source}`, set)),
    [
      'Kết quả năm trước',
      past === null ? 'Chưa có' : `Năm ${past.year}, lần nhập ${past.version}; mã kiểm tra ${past.digest}`,
    ],
  ]
}

const surveyOf = ({ survey }: IndexDocument): Line[] => [
  ['ĐIỀU TRA XÃ HỘI HỌC'],
  ['Số phiếu phát ra', survey.issued],
  ['Số phiếu thu về', survey.returned],
  ['Số phiếu hợp lệ', survey.valid],
  [
    'Thời gian',
    `${survey.opensOn === null ? '…' : formatDay(survey.opensOn)} – ${survey.closedOn === null ? '…' : formatDay(survey.closedOn)}`,
  ],
]

const HOW_TO_CHECK: Line[] = [
  ['CÁCH KIỂM TRA'],
  [
    'Công thức',
    'Tổng, trung bình, thứ hạng, xếp loại và mức tăng, giảm là công thức; bấm vào ô để xem ô đó được tính từ những ô nào.',
  ],
  ['Số lẻ', 'Ô điểm tiêu chí giữ đủ chữ số thập phân để tổng đúng như công bố; ô hiển thị hai chữ số.'],
  [
    'Ô không có công thức',
    'Là số liệu gốc, hoặc số công bố được làm tròn từ tổng chính xác mà các ô trong biểu không đủ chữ số để cộng lại.',
  ],
]

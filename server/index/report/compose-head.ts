/** Head and closing block of the document (Decree 30/2020): filled in where officers did, dots to write on elsewhere. Pure. */
import type { IndexDocument } from '../compute/schemas.ts'
import { lineOf, linesOf, type Narratives } from './compose-field.ts'
import type { ReportDocument } from './schemas.ts'
import { nameChain, withinSentence } from './words-lists.ts'
import { formatLongDay } from './words-numbers.ts'

type Head = Pick<
  ReportDocument,
  'title' | 'subtitle' | 'authority' | 'superior' | 'place' | 'date' | 'number' | 'signOff'
>

const DOTS = '……………'

export function composeHead(index: IndexDocument, narratives: Narratives): Head {
  const blocks = index.blocks.map(({ name }) => ({ name: withinSentence(name) }))
  const place = lineOf(narratives, 'dia-danh') ?? DOTS
  const position = linesOf(narratives, 'chuc-vu-nguoi-ky')
  return {
    title: 'BÁO CÁO',
    subtitle:
      lineOf(narratives, 'ten-bao-cao') ??
      `Kết quả xác định Chỉ số cải cách hành chính năm ${index.year} của ${nameChain(blocks)}`,
    authority: lineOf(narratives, 'co-quan') ?? index.organizer,
    superior: lineOf(narratives, 'co-quan-chu-quan') ?? DOTS,
    place,
    date: `${place}, ${dayOf(lineOf(narratives, 'ngay-van-ban'))}`,
    number: `Số: ${lineOf(narratives, 'so-van-ban')?.replace(/^số\s*:\s*/i, '') ?? `${DOTS}/BC-……`}`,
    signOff: {
      position: position.length > 0 ? position : [DOTS],
      name: lineOf(narratives, 'nguoi-ky') ?? DOTS,
      recipients: recipientsOf(linesOf(narratives, 'noi-nhan')),
    },
  }
}

/** As printed, from dd/mm/yyyy; what is no such day stands as it was written. */
function dayOf(written: string | undefined): string {
  if (!written) return 'ngày …… tháng …… năm ………'
  const [, day, month, year] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(written) ?? []
  return day && month && year ? formatLongDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : written
}

/** "- Bộ Nội vụ;" … "- Lưu: VT." whatever signs were typed. */
function recipientsOf(lines: string[]): string[] {
  const names = lines
    .map((line) => line.replace(/^[-–+•]\s*/, '').replace(/[;.,\s]+$/, ''))
    .filter((name) => name !== '')
  if (names.length === 0) return [`- ${DOTS};`, '- Lưu: VT.']
  return names.map((name, at) => `- ${name}${at === names.length - 1 ? '.' : ';'}`)
}

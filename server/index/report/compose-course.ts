/** II. How the year went: self-assessment, appraisal, the survey and what came back. Pure. */
import type { IndexDocument } from '../compute/schemas.ts'
import type { BlockContext } from './compose-context.ts'
import { fieldPart, type Narratives } from './compose-field.ts'
import { documentsOf, stepsOf } from './compose-lists.ts'
import {
  endItems,
  figure,
  heading,
  item,
  paragraph,
  percentFigure,
  pointsFigure,
  say,
  subItem,
} from './compose-runs.ts'
import { composeSourceItems } from './compose-source-items.ts'
import { surveyShares } from './compute-statistics.ts'
import type { ReportPart, Run } from './schemas.ts'
import { nameDocument } from './words-documents.ts'
import { nameList, withinSentence } from './words-lists.ts'
import { formatDay, formatNumber, formatPercent } from './words-numbers.ts'

export function composeCourse(index: IndexDocument, contexts: BlockContext[], narratives: Narratives): ReportPart[] {
  return [
    heading(1, `II. TÌNH HÌNH TRIỂN KHAI XÁC ĐỊNH CHỈ SỐ CCHC NĂM ${index.year}`),
    ...steps(narratives),
    heading(2, '1. Công tác tự đánh giá, chấm điểm của các cơ quan, đơn vị'),
    fieldPart(narratives, 'trien-khai-tu-danh-gia'),
    heading(2, '2. Công tác thẩm định, đối chiếu kết quả'),
    fieldPart(narratives, 'trien-khai-tham-dinh'),
    ...appraisal(index, contexts),
    heading(2, '3. Tổ chức điều tra xã hội học và kết quả điều tra'),
    fieldPart(narratives, 'trien-khai-dieu-tra'),
    heading(3, 'a) Đối tượng điều tra xã hội học'),
    ...endItems(
      contexts.map(({ block }) => item(say`Đối với ${withinSentence(block.name)}: ${nameList(block.groups)}`)),
    ),
    fieldPart(narratives, 'doi-tuong-dieu-tra'),
    heading(3, 'b) Phương thức điều tra xã hội học'),
    paragraph(period(index)),
    heading(3, 'c) Kết quả điều tra xã hội học'),
    ...ballots(index, contexts),
    ...contexts.flatMap(composeSourceItems),
  ]
}

/** "Các văn bản làm căn cứ" stand before chapter I. */
export function composeBasis(narratives: Narratives): ReportPart[] {
  const documents = documentsOf(narratives.documents)
  const items = documents.map(({ what, number, date }) =>
    item(say`${what}${number && `: ${nameDocument(what, number)}`} ngày ${formatDay(date)}`),
  )
  return items.length === 0 ? [] : [paragraph(say`Các văn bản làm căn cứ:`), ...endItems(items)]
}

function steps(narratives: Narratives): ReportPart[] {
  const items = stepsOf(narratives.steps).map((step) =>
    item(
      'date' in step
        ? say`${step.what}: ngày ${formatDay(step.date)}`
        : step.from === step.to
          ? say`${step.what}: trong ngày ${formatDay(step.from)}`
          : say`${step.what}: từ ngày ${formatDay(step.from)} đến ngày ${formatDay(step.to)}`,
    ),
  )
  return items.length === 0 ? [] : [paragraph(say`Các bước đã thực hiện:`), ...endItems(items)]
}

/** The day on which a set was imported stands with the sources (render/xlsx-sources.ts): it is no day of the appraisal. */
function appraisal(index: IndexDocument, contexts: BlockContext[]): ReportPart[] {
  const set = index.sets.appraised
  if (!set) return []
  const words = set.round > 1 ? `Kết quả thẩm định bước ${set.round}` : 'Kết quả thẩm định'
  const max = index.rules.appraisedMax
  const items = contexts.flatMap((context) => {
    const { appraised, self } = context.statistics
    if (!appraised) return []
    const mean = (value: number, key: string, count: number) =>
      pointsFigure(value, {
        path: context.path(`.units[*].parts.${key}`),
        formula: `Trung bình cộng của ${count} đơn vị = ${formatNumber(value)}`,
        table: context.table(2),
      })
    const before = self
      ? say`điểm tự đánh giá trung bình ${mean(self.mean, 'self', self.values.length)}/${formatNumber(max)} điểm; `
      : []
    return [
      item(
        say`Đối với ${withinSentence(context.block.name)}: ${before}điểm thẩm định trung bình ${mean(appraised.mean, 'appraised', appraised.values.length)}/${formatNumber(max)} điểm`,
      ),
    ]
  })
  return items.length === 0 ? [] : [paragraph(say`${words}:`), ...endItems(items)]
}

function period({ survey }: IndexDocument): Run[] {
  const day = (key: 'opensOn' | 'closedOn', on: string) =>
    figure(formatDay(on), on, { path: `survey.${key}`, formula: 'Ngày ghi nhận của đợt điều tra' })
  const oneDay = survey.opensOn === survey.closedOn ? 'trong' : 'từ'
  const from = survey.opensOn ? say` ${oneDay} ngày ${day('opensOn', survey.opensOn)}` : []
  const to =
    survey.closedOn && survey.closedOn !== survey.opensOn ? say` đến ngày ${day('closedOn', survey.closedOn)}` : []
  return say`Điều tra được thực hiện bằng phiếu khảo sát điện tử${from}${to}: mỗi người được hỏi nhận một đường dẫn riêng, phiếu trả lời không kèm tên người trả lời; điểm của các tiêu chí được tính và cập nhật trong suốt thời gian khảo sát.`
}

function ballots({ survey, waiting }: IndexDocument, contexts: BlockContext[]): ReportPart[] {
  const { issued, returned, valid } = survey
  const shares = surveyShares(survey)
  const count = (key: 'issued' | 'returned' | 'valid', words: string): Run =>
    figure(formatNumber(survey[key]), survey[key], {
      path: `survey.${key}`,
      formula: `${words}: ${formatNumber(survey[key])}`,
    })
  const share = (part: number, whole: number, key: 'returned' | 'valid', of: string): Run[] => {
    const percent = shares[key]
    if (percent === undefined) return []
    const formula = `${formatNumber(part)} ÷ ${formatNumber(whole)} × 100% = ${formatPercent(percent)}`
    return say`, đạt ${percentFigure(percent, { path: `survey.${key}`, formula })} ${of}`
  }
  const running = waiting.includes('survey-running')
  return endItems([
    item(say`Tổng số phiếu phát ra: ${count('issued', 'Phiếu phát ra')} phiếu`),
    item(
      say`Tổng số phiếu thu về: ${count('returned', 'Phiếu thu về')}/${formatNumber(issued)} phiếu${share(returned, issued, 'returned', 'số phiếu phát ra')}`,
    ),
    item(
      say`Số phiếu hợp lệ${running ? ' đã kiểm đến nay' : ''}: ${count('valid', 'Phiếu hợp lệ')}/${formatNumber(returned)} phiếu${share(valid, returned, 'valid', 'số phiếu thu về')}`,
    ),
    ...(contexts.length > 1 ? contexts.map(blockBallots) : []),
  ])
}

function blockBallots({ block, statistics, path }: BlockContext) {
  const { survey } = statistics
  const count = (key: keyof typeof survey, participation: string) =>
    figure(formatNumber(survey[key]), survey[key], {
      path: path(`.units[*].participation.${participation}`),
      formula: `Cộng của ${statistics.units} đơn vị: ${formatNumber(survey[key])}`,
    })
  return subItem(
    say`${block.name}: phát ra ${count('issued', 'invited')} phiếu, thu về ${count('returned', 'answered')} phiếu, hợp lệ ${count('valid', 'counted')} phiếu`,
  )
}

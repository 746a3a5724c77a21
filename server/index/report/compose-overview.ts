/** I. Who is assessed, how, on which scale, by which criteria. Pure. */
import type { IndexDocument } from '../compute/schemas.ts'
import { type BlockContext, FIRST_DOMAIN_TABLE } from './compose-context.ts'
import { countFigure, endItems, figure, heading, item, paragraph, pointsFigure, say, subItem } from './compose-runs.ts'
import { sumOf } from './compute-figures.ts'
import type { ReportPart, Run } from './schemas.ts'
import { beginSentence, withinSentence } from './words-lists.ts'
import { formatCount, formatNumber } from './words-numbers.ts'
import { classBounds, PARTS_DIFFER, ROUNDING, TIES } from './words-rules.ts'

export function composeOverview(index: IndexDocument, contexts: BlockContext[]): ReportPart[] {
  return [
    heading(1, `I. TỔNG QUAN VỀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM ${index.year}`),
    heading(2, '1. Đối tượng đánh giá'),
    ...endItems(contexts.map((context) => item(say`${context.block.name}: ${unitCount(context)} đơn vị`))),
    heading(2, '2. Phương pháp xác định Chỉ số cải cách hành chính (CCHC)'),
    ...methods(index),
    heading(3, 'a) Thang điểm xác định Chỉ số CCHC'),
    ...scale(index, contexts),
    heading(3, 'b) Xếp hạng, xếp loại và làm tròn'),
    ...rules(index),
    heading(3, 'c) Bộ tiêu chí xác định Chỉ số CCHC'),
    ...contexts.flatMap(criteria),
  ]
}

const unitCount = ({ statistics, path, table }: BlockContext): Run =>
  countFigure(statistics.units, {
    path: path('.units'),
    formula: `Số đơn vị của khối: ${formatCount(statistics.units)}`,
    table: table(1),
  })

function methods({ organizer }: IndexDocument): ReportPart[] {
  return endItems([
    item(
      say`Tự đánh giá: các cơ quan, đơn vị tự theo dõi, đánh giá và cho điểm kết quả thực hiện nhiệm vụ CCHC theo các tiêu chí, tiêu chí thành phần của bộ tiêu chí, kèm theo tài liệu kiểm chứng`,
    ),
    item(
      say`Thẩm định: căn cứ điểm tự đánh giá, kết quả theo dõi thực tế và tài liệu kiểm chứng, ${organizer} chủ trì, phối hợp với các cơ quan liên quan thẩm định và quyết định điểm`,
    ),
    item(
      say`Điều tra xã hội học (XHH): khảo sát, lấy ý kiến đánh giá của các nhóm đối tượng khác nhau; điểm của mỗi tiêu chí được tính từ tỷ lệ ý kiến ở từng mức, không tính các ý kiến “không biết”`,
    ),
    item(
      say`Chỉ số CCHC của cơ quan, đơn vị bằng điểm thẩm định cộng điểm điều tra XHH; điểm tự đánh giá chỉ là căn cứ để thẩm định`,
    ),
  ])
}

function scale({ rules }: IndexDocument, contexts: BlockContext[]): ReportPart[] {
  const { total, appraisedMax, surveyMax } = rules
  const of = (key: string, value: number, formula: string): Run =>
    pointsFigure(value, { path: `rules.${key}`, formula })
  const whole = `${formatNumber(appraisedMax)} + ${formatNumber(surveyMax)} = ${formatNumber(total)}`
  const sources = contexts.map(({ block }) =>
    block.sources.map(({ name, max }) => `${name}: ${formatNumber(max)} điểm`),
  )
  const same = sources.every((list) => list.join() === sources[0]!.join())
  const shown = same ? contexts.slice(0, 1) : contexts
  return [
    paragraph(say`Tổng điểm là ${of('total', total, whole)} điểm, trong đó:`),
    ...endItems([
      item(say`Điểm tự đánh giá, thẩm định: ${of('appraisedMax', appraisedMax, whole)}/${formatNumber(total)} điểm`),
      item(say`Điểm điều tra xã hội học: ${of('surveyMax', surveyMax, whole)}/${formatNumber(total)} điểm`),
      ...shown.map((context) =>
        subItem(say`${same ? 'Gồm' : beginSentence(context.block.name)}: ${sourceRuns(context)}`),
      ),
    ]),
  ]
}

function sourceRuns({ block, path }: BlockContext): Run[] {
  return block.sources.flatMap(({ code, name, max }, at) => {
    const own = pointsFigure(max, {
      path: path(`.sources[${code}].max`),
      formula: `Điểm tối đa của nguồn điểm: ${formatNumber(max)}`,
    })
    return say`${at === 0 ? '' : ', '}${withinSentence(name)} ${own} điểm`
  })
}

function rules(index: IndexDocument): ReportPart[] {
  const { classes, ties } = index.rules
  const differs = index.blocks.some(({ units }) =>
    units.some((unit) => unit.roundedPartsDiffer || unit.domains.some((domain) => domain.roundedPartsDiffer)),
  )
  return [
    ...endItems([
      item(say`Xếp hạng: theo tổng điểm từ cao xuống thấp trong từng khối; ${TIES[ties]}`),
      item(say`Xếp loại theo tổng điểm:`),
      ...classes.map(({ code, name, from }, at) =>
        subItem(
          say`Loại ${code}${withinSentence(name) === code ? '' : ` (${withinSentence(name)})`}: ${figure(
            classBounds(from, classes[at - 1]?.from ?? null),
            from,
            { path: `rules.classes[${code}].from`, formula: `Ngưỡng của loại ${code}: từ ${formatNumber(from)} điểm` },
          )}`,
        ),
      ),
      item(say`Làm tròn: ${ROUNDING}`),
    ]),
    ...(differs ? [paragraph(say`${PARTS_DIFFER}`)] : []),
  ]
}

function criteria(context: BlockContext): ReportPart[] {
  const { block, path, table } = context
  const counts = (criteria: number, components: number, place: string, number: number): Run[] => {
    const count = (value: number, key: string, words: string) =>
      countFigure(value, {
        path: path(`${place}.${key}`),
        formula: `Số ${words} của bộ tiêu chí: ${value}`,
        table: table(number),
      })
    const own = say`${count(criteria, 'criteria', 'tiêu chí')} tiêu chí`
    return components === 0
      ? own
      : say`${own} và ${count(components, 'componentCriteria', 'tiêu chí thành phần')} tiêu chí thành phần`
  }
  const whole = (key: 'criteria' | 'componentCriteria') => sumOf(block.domains.map((domain) => domain[key]))
  return [
    paragraph(
      say`Bộ tiêu chí xác định Chỉ số CCHC của ${withinSentence(block.name)} được cấu trúc thành ${countFigure(
        block.domains.length,
        { path: path('.domains'), formula: `Số lĩnh vực: ${block.domains.length}`, table: table(3) },
      )} lĩnh vực, ${counts(whole('criteria'), whole('componentCriteria'), '.domains[*]', 3)}, cụ thể:`,
    ),
    ...endItems(
      block.domains.map(({ code, name, criteria, componentCriteria }, at) =>
        item(say`${name}: ${counts(criteria, componentCriteria, `.domains[${code}]`, FIRST_DOMAIN_TABLE + at)}`),
      ),
    ),
  ]
}

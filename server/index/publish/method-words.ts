/** How the points came about, in words that need no knowledge of the field. Pure. */
import type { IndexDocument } from '../compute/schemas.ts'
import { formatNumber } from '../report/words-numbers.ts'
import { classBounds, TIES } from '../report/words-rules.ts'

/** One sentence or two each. */
export function methodWords({ rules, blocks }: IndexDocument): string[] {
  const sources = new Map(blocks.flatMap(({ sources }) => sources.map((source) => [source.name, source] as const)))
  const asked = [...sources.values()].map(({ name, max }) => `${lower(name)} (${formatNumber(max)} điểm)`)
  const classes = rules.classes.map(
    ({ code, name, from }, at) => `loại ${code} (${name}): ${classBounds(from, rules.classes[at - 1]?.from ?? null)}`,
  )
  return [
    `Chỉ số cải cách hành chính chấm mỗi cơ quan trên thang ${formatNumber(rules.total)} điểm: ${formatNumber(rules.appraisedMax)} điểm do hội đồng thẩm định chấm sau khi cơ quan tự chấm, và ${formatNumber(rules.surveyMax)} điểm từ ý kiến của người được hỏi: ${asked.join('; ')}.`,
    `Xếp loại theo tổng điểm: ${classes.join('; ')}.`,
    `Xếp hạng trong từng khối, từ điểm cao xuống điểm thấp; ${TIES[rules.ties]}.`,
    `Phiếu khảo sát được trả lời ẩn danh trên điện thoại: mỗi người trả lời một lần, và không ai, kể cả cơ quan tổ chức, biết ai đã trả lời gì. Số liệu nào liên quan đến ít hơn ${rules.minimumCell} người thì không được tách riêng.`,
    'Điểm được tính chính xác rồi mới làm tròn đến hai chữ số thập phân; thứ hạng, xếp loại và mức thay đổi lấy từ điểm đã làm tròn, nên ai cộng lại cũng ra đúng như đây.',
  ]
}

/** "Khảo sát điện tử…" → "khảo sát điện tử…"; a name of capitals stays. */
const lower = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name

/**
 * Whether published results of a past year can be so: units once each, ranks that follow the points, classes that follow
 * the bounds, domains that add up. The year's own rule of ties is not known, so any rank that some rule gives is taken. Pure.
 */
import type { Definition, IndexRules } from '../../campaigns/definition.ts'
import type { PastProblemCode, PastResults, PastUnit } from './schemas.ts'

/** About one unit of one block; `field` says which of its values. */
export type PastFault = {
  block: string
  unit: string
  field: 'block' | 'code' | 'points' | 'rank' | 'class' | 'survey' | 'domains'
  code: PastProblemCode
  value: string
  message: string
}

export function judgePast({ blocks }: PastResults, definition: Definition): PastFault[] {
  const faults: PastFault[] = []
  const seen = new Set<string>()
  const blockCodes = new Set<string>()
  for (const block of blocks) {
    const fault = (unit: PastUnit, field: PastFault['field'], code: PastProblemCode, value: string, message: string) =>
      faults.push({ block: block.code, unit: unit.code, field, code, value, message })
    const known = definition.blocks.find(({ code }) => code === block.code)
    const [first] = block.units
    if (first && !known) fault(first, 'block', 'unknown-block', block.code, `Đợt này không có khối “${block.code}”.`)
    if (first && blockCodes.has(block.code))
      fault(first, 'block', 'duplicate', block.code, `Khối “${block.code}” được ghi hai lần.`)
    blockCodes.add(block.code)
    for (const unit of block.units) {
      if (seen.has(unit.code)) fault(unit, 'code', 'duplicate', unit.code, `Mã đơn vị “${unit.code}” được ghi hai lần.`)
      seen.add(unit.code)
      for (const [field, code, value, message] of [
        ...judgeNumbers(unit, definition.index),
        ...judgeRank(unit, block.units),
        ...judgeClass(unit, definition.index),
        ...judgeDomains(unit, known?.domains.map((domain) => domain.code) ?? []),
      ])
        fault(unit, field, code, value, message)
    }
  }
  return faults
}

type Finding = [field: PastFault['field'], code: PastProblemCode, value: string, message: string]

function judgeNumbers({ points, survey, domains = {} }: PastUnit, rules: IndexRules | undefined): Finding[] {
  const findings: Finding[] = []
  const values = [
    ['points', points],
    ['survey', survey],
    ...Object.values(domains).map((value) => ['domains', value]),
  ] as const
  for (const [field, value] of values as readonly (readonly [
    'points' | 'survey' | 'domains',
    number | null | undefined,
  ])[]) {
    if (value === null || value === undefined) continue
    if (rules && value > Number(rules.total))
      findings.push([field, 'above-max', comma(value), `Điểm không thể quá ${comma(Number(rules.total))}.`])
    else if (hundredths(value) / 100 !== value)
      findings.push([
        field,
        'too-many-decimals',
        comma(value),
        'Điểm đã công bố có nhiều nhất hai chữ số sau dấu phẩy.',
      ])
  }
  if (survey !== null && survey !== undefined && survey > points)
    findings.push(['survey', 'above-max', comma(survey), 'Điểm khảo sát không thể lớn hơn tổng điểm.'])
  return findings
}

/** Of n units with more points and m with the same: 1 + n at best, n + m at worst, or the dense rank. */
function judgeRank({ points, rank }: PastUnit, units: PastUnit[]): Finding[] {
  if (rank === null) return []
  const more = units.filter((other) => other.points > points)
  const same = units.filter((other) => other.points === points).length
  const dense = new Set(more.map((other) => other.points)).size + 1
  const [best, worst] = [more.length + 1, more.length + same]
  const sharesDense =
    rank === dense && !units.some((other) => (other.rank ?? 0) > new Set(units.map((one) => one.points)).size)
  if ((rank >= best && rank <= worst) || sharesDense) return []
  const message = `Xếp hạng ${rank} không khớp điểm ${comma(points)}: có ${more.length} đơn vị điểm cao hơn, nên phải là ${best}${worst > best ? `–${worst}` : ''}.`
  return [['rank', 'rank-differs', String(rank), message]]
}

function judgeClass({ points, class: own }: PastUnit, rules: IndexRules | undefined): Finding[] {
  if (own === null || !rules) return []
  const expected = rules.classes.find(({ from }) => points >= Number(from))
  if (!rules.classes.some(({ code }) => code === own)) {
    const codes = rules.classes.map(({ code }) => code).join(', ')
    return [
      [
        'class',
        'unknown-class',
        own,
        `Không có loại “${own}”; các loại là ${codes}. Bỏ trống nếu năm ấy xếp loại khác.`,
      ],
    ]
  }
  if (!expected || expected.code === own) return []
  return [['class', 'class-differs', own, `Điểm ${comma(points)} thuộc loại ${expected.code}, tệp ghi ${own}.`]]
}

/** All domains of the block are given and their rounded points miss the total by more than rounding can. */
function judgeDomains({ points, domains }: PastUnit, codes: string[]): Finding[] {
  if (!domains) return []
  const strange = Object.keys(domains).find((code) => !codes.includes(code))
  if (strange !== undefined) return [['domains', 'unknown-domain', strange, `Khối này không có lĩnh vực “${strange}”.`]]
  if (codes.some((code) => domains[code] === undefined)) return []
  const sum = codes.reduce((all, code) => all + hundredths(domains[code]!), 0)
  if (Math.abs(sum - hundredths(points)) <= (codes.length + 1) / 2) return []
  const message = `Cộng các lĩnh vực được ${comma(sum / 100)}, tổng điểm ghi ${comma(points)}.`
  return [['domains', 'sum-differs', comma(points), message]]
}

const hundredths = (value: number): number => Math.round(value * 100)
const comma = (value: number): string => String(value).replace('.', ',')

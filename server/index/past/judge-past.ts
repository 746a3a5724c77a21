/**
 * Whether published results of a past year can be so: units once each, ranks that follow the points, classes that follow
 * the bounds, domains that add up, no more moves than units. Pure.
 */
import type { Definition, IndexRules } from '../../campaigns/definition.ts'
import { formatRounded } from '../../scoring/format-decimal.ts'
import { hundredthsOf } from '../report/compute-figures.ts'
import { judgePastRanks } from './judge-past-ranks.ts'
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
        ...judgeNumbers(unit, definition),
        ...judgeClass(unit, definition.index),
        ...judgeDomains(unit, known?.domains.map((domain) => domain.code) ?? []),
      ])
        fault(unit, field, code, value, message)
    }
    for (const { unit, code, value, message } of judgePastRanks(block.units)) fault(unit, 'rank', code, value, message)
    const moved = block.moves ? block.moves.rose + block.moves.kept + block.moves.fell : 0
    if (first && moved > block.units.length) {
      const message = `Khối có ${block.units.length} đơn vị, nhưng số tăng, giữ và giảm hạng cộng lại là ${moved}.`
      fault(first, 'block', 'above-max', String(moved), message)
    }
  }
  return faults
}

type Finding = [field: PastFault['field'], code: PastProblemCode, value: string, message: string]

function judgeNumbers({ points, survey, domains = {} }: PastUnit, { index: rules, surveyMax }: Definition): Finding[] {
  const findings: Finding[] = []
  const values: [field: 'points' | 'survey' | 'domains', value: number | null | undefined][] = [
    ['points', points],
    ['survey', survey],
    ...Object.values(domains).map((value): ['domains', number] => ['domains', value]),
  ]
  for (const [field, value] of values) {
    if (value === null || value === undefined) continue
    if (field !== 'points' && value > points)
      findings.push([
        field,
        'above-max',
        formatRounded(value),
        `Điểm này không thể lớn hơn tổng điểm ${formatRounded(points)}.`,
      ])
    else if (field === 'survey' && value > Number(surveyMax)) {
      const message = `Điểm khảo sát không thể quá ${formatRounded(Number(surveyMax))}. Bỏ trống nếu năm ấy theo thang khác.`
      findings.push([field, 'above-max', formatRounded(value), message])
    } else if (rules && value > Number(rules.total))
      findings.push([
        field,
        'above-max',
        formatRounded(value),
        `Điểm không thể quá ${formatRounded(Number(rules.total))}.`,
      ])
    else if (hundredthsOf(value) / 100 !== value)
      findings.push([
        field,
        'too-many-decimals',
        formatRounded(value),
        'Điểm đã công bố có nhiều nhất hai chữ số sau dấu phẩy.',
      ])
  }
  return findings
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
  return [['class', 'class-differs', own, `Điểm ${formatRounded(points)} thuộc loại ${expected.code}, tệp ghi ${own}.`]]
}

/**
 * The rounded points of all domains miss the total by more than rounding can, or those of some exceed it. That year's
 * maxima are not known, so no domain is held against this year's.
 */
function judgeDomains({ points, domains }: PastUnit, codes: string[]): Finding[] {
  if (!domains) return []
  const strange = Object.keys(domains).find((code) => !codes.includes(code))
  if (strange !== undefined) return [['domains', 'unknown-domain', strange, `Khối này không có lĩnh vực “${strange}”.`]]
  const values = Object.values(domains)
  const isAll = values.length === codes.length
  const over = values.reduce((all, value) => all + hundredthsOf(value), 0) - hundredthsOf(points)
  if ((isAll ? Math.abs(over) : over) <= (values.length + 1) / 2) return []
  const message = `Cộng các lĩnh vực được ${formatRounded((over + hundredthsOf(points)) / 100)}, tổng điểm ghi ${formatRounded(points)}.`
  return [['domains', 'sum-differs', formatRounded(points), message]]
}

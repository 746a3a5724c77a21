/**
 * Whether the criteria set and the rules of the index add up, in exact decimals: every point of the total is either
 * appraised or the survey's, each exactly once. Pure. A definition without `index` has none of this to keep.
 */
import Fraction from 'fraction.js'
import { formatExact } from '../scoring/format-decimal.ts'
import type { Block, Criterion, Definition, DefinitionProblem, IndexRules, SetCriterion } from './definition.ts'
import { findDuplicateCodes, findDuplicateNames } from './find-duplicates.ts'

export function validateIndex({ index, surveyMax, blocks }: Definition): DefinitionProblem[] {
  const problems = blocks.flatMap((block) => validatePredecessors(block))
  if (!index)
    return [
      ...blocks
        .filter(({ criteriaSet }) => criteriaSet !== undefined)
        .map(({ code }) => ({
          path: `blocks[${code}].criteriaSet`,
          problem: 'có bộ tiêu chí nhưng thiếu mục “index” (tổng điểm, xếp loại)',
        })),
      ...problems,
    ]
  return [
    ...validateRules(index, surveyMax),
    ...blocks.flatMap((block) => validateSet(block, index.total, surveyMax)),
    ...problems,
  ]
}

function validateRules({ total, classes }: IndexRules, surveyMax: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  if (new Fraction(total).lt(surveyMax))
    problems.push({
      path: 'index.total',
      problem: `phải từ ${formatExact(new Fraction(surveyMax))} trở lên, là điểm tối đa của khảo sát`,
    })
  problems.push(...findDuplicateNames(classes, 'index.classes', 'loại'))
  classes.forEach(({ code, from }, at) => {
    const path = `index.classes[${code}].from`
    const above = classes[at - 1]
    if ((from.split('.')[1] ?? '').length > 2) problems.push({ path, problem: 'tối đa hai chữ số thập phân' })
    if (new Fraction(from).gt(total))
      problems.push({ path, problem: `không được lớn hơn tổng điểm ${formatExact(new Fraction(total))}` })
    if (above && !new Fraction(above.from).gt(from))
      problems.push({ path, problem: `phải nhỏ hơn loại đứng trên (“${above.code}”)` })
    if (at === classes.length - 1 && !new Fraction(from).equals(0))
      problems.push({ path, problem: 'loại cuối phải từ 0 điểm, để đơn vị nào cũng có loại' })
  })
  return problems
}

type Leaf = Pick<SetCriterion, 'code' | 'max' | 'from'> & { domain: string; path: string }

function validateSet(block: Block, total: string, surveyMax: string): DefinitionProblem[] {
  const path = `blocks[${block.code}].criteriaSet`
  const set = block.criteriaSet
  if (!set) return [{ path, problem: 'thiếu bộ tiêu chí của chỉ số' }]
  const leaves = set.flatMap((criterion) => leavesOf(criterion, path))
  const entries = set.flatMap((criterion) => [criterion, ...(criterion.parts ?? [])])
  const appraised = new Fraction(total).sub(surveyMax)
  return [
    ...findDuplicateCodes(entries, path, 'tiêu chí'),
    ...set.flatMap((criterion) => validateCriterion(criterion, block, path)),
    ...block.domains
      .filter(({ code }) => !set.some(({ domain }) => domain === code))
      .map(({ code }) => ({ path, problem: `lĩnh vực “${code}” không có tiêu chí nào` })),
    ...leaves.flatMap((leaf) => validateLeaf(leaf, block)),
    ...validateTaken(leaves, block, path),
    ...sumProblem(leaves, new Fraction(total), path, 'tổng điểm tối đa của bộ tiêu chí'),
    ...sumProblem(
      leaves.filter(({ from }) => from === undefined),
      appraised,
      path,
      'tổng điểm tối đa của các tiêu chí thẩm định',
    ),
  ]
}

function leavesOf(criterion: SetCriterion, path: string): Leaf[] {
  const at = `${path}[${criterion.code}]`
  const { domain, parts } = criterion
  if (!parts) return [{ ...criterion, path: at }]
  return parts.map((part) => ({ ...part, domain, path: `${at}.parts[${part.code}]` }))
}

function validateCriterion({ code, domain, max, from, parts }: SetCriterion, block: Block, path: string) {
  const at = `${path}[${code}]`
  const problems: DefinitionProblem[] = []
  if (!block.domains.some((one) => one.code === domain))
    problems.push({ path: `${at}.domain`, problem: `không có lĩnh vực “${domain}”` })
  if (!parts) return problems
  if (from !== undefined)
    problems.push({
      path: `${at}.from`,
      problem: 'tiêu chí có tiêu chí thành phần thì “from” ghi ở tiêu chí thành phần',
    })
  return [
    ...problems,
    ...sumProblem(parts, new Fraction(max), `${at}.max`, 'tổng điểm tối đa của các tiêu chí thành phần'),
  ]
}

function validateLeaf({ max, from, domain, path }: Leaf, { criteria }: Block): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  if (!new Fraction(max).gt(0)) problems.push({ path: `${path}.max`, problem: 'phải lớn hơn 0' })
  if (from === undefined) return problems
  const taken = criteria.find(({ code }) => code === from)
  if (!taken) return [...problems, { path: `${path}.from`, problem: `khảo sát không có tiêu chí “${from}”` }]
  if (!new Fraction(max).equals(taken.max))
    problems.push({
      path: `${path}.max`,
      problem: `là ${formatExact(new Fraction(max))}, phải bằng ${formatExact(new Fraction(taken.max))} như tiêu chí khảo sát “${from}”`,
    })
  if (domain !== taken.domain)
    problems.push({ path: `${path}.from`, problem: `tiêu chí khảo sát “${from}” thuộc lĩnh vực “${taken.domain}”` })
  return problems
}

/** Points that nobody takes, or that are taken twice, would make another total than the parts. */
function validateTaken(leaves: Leaf[], { criteria }: Block, path: string): DefinitionProblem[] {
  const takers = (criterion: Criterion) => leaves.filter(({ from }) => from === criterion.code)
  return criteria.flatMap((criterion) => {
    const [first, ...others] = takers(criterion)
    if (!first) return [{ path, problem: `thiếu tiêu chí lấy điểm của tiêu chí khảo sát “${criterion.code}”` }]
    return others.map((other) => ({
      path: `${other.path}.from`,
      problem: `điểm của tiêu chí khảo sát “${criterion.code}” đã lấy ở tiêu chí “${first.code}”`,
    }))
  })
}

function validatePredecessors({ code, units }: Block): DefinitionProblem[] {
  return units.flatMap((unit) => {
    const before = unit.predecessors ?? []
    const twice = before.find((one, at) => before.indexOf(one) !== at)
    const path = `blocks[${code}].units[${unit.code}].predecessors`
    return twice === undefined ? [] : [{ path, problem: `“${twice}” ghi hai lần` }]
  })
}

function sumProblem(parts: { max: string }[], whole: Fraction, path: string, what: string): DefinitionProblem[] {
  const sum = parts.reduce((so, { max }) => so.add(max), new Fraction(0))
  return sum.equals(whole) ? [] : [{ path, problem: `${what} là ${formatExact(sum)}, phải bằng ${formatExact(whole)}` }]
}

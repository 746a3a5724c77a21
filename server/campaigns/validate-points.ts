/** Whether a block's maxima and weights add up, in exact decimals (a sum of floats would refuse 0.1 + 0.2). Pure. */
import Fraction from 'fraction.js'
import type { Block, Criterion, DefinitionProblem, Source } from './definition.ts'

/** Sources sum to `surveyMax`, each source's criteria to the source, fixed weights to 1; every reference is known. */
export function validatePoints(surveyMax: string, block: Block, path: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const sources = sumOf(block.sources.map(({ max }) => max))
  if (!sources.equals(surveyMax))
    problems.push({
      path: `${path}.sources`,
      problem: `tổng điểm tối đa của các nguồn là ${decimal(sources)}, phải bằng ${decimal(surveyMax)}`,
    })
  if (!block.sources.some(({ origin }) => origin === 'survey'))
    problems.push({ path: `${path}.sources`, problem: 'không có nguồn điểm nào lấy từ khảo sát này' })
  problems.push(...block.sources.flatMap((source) => validateSource(source, block, path)))
  problems.push(...block.criteria.flatMap((criterion) => validateCriterion(criterion, block, path)))
  return [...problems, ...validateWeights(block, path)]
}

function validateSource(source: Source, block: Block, path: string): DefinitionProblem[] {
  const at = `${path}.sources[${source.code}].max`
  const problems = positive(source.max, at)
  const sum = sumOf(block.criteria.filter((criterion) => criterion.source === source.code).map(({ max }) => max))
  if (!sum.equals(source.max))
    problems.push({
      path: at,
      problem: `tổng điểm tối đa của các tiêu chí thuộc nguồn này là ${decimal(sum)}, phải bằng ${decimal(source.max)}`,
    })
  return problems
}

function validateCriterion(criterion: Criterion, block: Block, path: string): DefinitionProblem[] {
  const at = `${path}.criteria[${criterion.code}]`
  const problems = positive(criterion.max, `${at}.max`)
  if (!block.domains.some(({ code }) => code === criterion.domain))
    problems.push({ path: `${at}.domain`, problem: `không có lĩnh vực “${criterion.domain}”` })
  const source = block.sources.find(({ code }) => code === criterion.source)
  if (!source) problems.push({ path: `${at}.source`, problem: `không có nguồn điểm “${criterion.source}”` })
  if (source?.origin === 'survey' && !criterion.question)
    problems.push({ path: `${at}.question`, problem: 'tiêu chí khảo sát phải có câu hỏi' })
  if (source?.origin === 'imported' && criterion.question !== undefined)
    problems.push({ path: `${at}.question`, problem: 'điểm của nguồn này do nơi khác cung cấp, không được có câu hỏi' })
  return problems
}

function validateWeights(block: Block, path: string): DefinitionProblem[] {
  if (block.weighting === 'pooled')
    return block.groups
      .filter(({ weight }) => weight !== undefined)
      .map(({ code }) => ({
        path: `${path}.groups[${code}].weight`,
        problem:
          'khối này gộp chung mọi phiếu nên trọng số không có tác dụng: bỏ trọng số, hoặc gộp theo trọng số từng nhóm',
      }))
  const problems = block.groups.flatMap(({ code, weight }) => {
    const at = `${path}.groups[${code}].weight`
    return weight === undefined ? [{ path: at, problem: 'thiếu trọng số của nhóm' }] : positive(weight, at)
  })
  const sum = sumOf(block.groups.map(({ weight }) => weight ?? '0'))
  if (!sum.equals(1))
    problems.push({ path: `${path}.groups`, problem: `tổng trọng số là ${decimal(sum)}, phải bằng 1` })
  return problems
}

function positive(value: string, path: string): DefinitionProblem[] {
  return new Fraction(value).gt(0) ? [] : [{ path, problem: 'phải lớn hơn 0' }]
}

function sumOf(values: string[]): Fraction {
  return values.reduce((sum, value) => sum.add(value), new Fraction(0))
}

function decimal(value: Fraction | string): string {
  return new Fraction(value).toString().replace('.', ',')
}

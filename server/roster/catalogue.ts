/** The units and groups of a definition, as cells of a roster name them. Pure. */
import type { Block, Definition, Group, Unit } from '../campaigns/definition.ts'
import { createMatcher, type Match, type Matcher } from '../sheets/match-name.ts'
import type { Problem } from './problem.ts'

/** One respondent rates `unit` (of `block`) as a member of `group`: an invitation to be. Codes. */
export type Rating = { block: string; unit: string; group: string }

type BlockUnit = Unit & { block: Block }
type Catalogue = { units: Matcher<BlockUnit>; groups: Map<Block, Matcher<Group>> }

export type RatingsReader = (unitCell: string, groupCell: string) => { ratings: Rating[] } | RatingsProblem
export type RatingsProblem = { field: 'unit' | 'group'; problem: Problem }

/** Reads the two cells of a row that say who is rated, and as whom. */
export function createRatingsReader(blocks: Definition['blocks']): RatingsReader {
  const catalogue: Catalogue = {
    units: createMatcher(blocks.flatMap((block) => block.units.map((unit) => ({ ...unit, block })))),
    groups: new Map(blocks.map((block) => [block, createMatcher(block.groups)])),
  }
  return (unitCell, groupCell) => {
    const units: BlockUnit[] = []
    for (const text of split(unitCell)) {
      const match = catalogue.units(text)
      if (!match.found) return { field: 'unit', problem: inCell(unitCell, text, unitProblem(catalogue, text, match)) }
      if (!units.includes(match.found)) units.push(match.found)
    }
    if (units.length === 0) {
      return problemOf('unit', 'unit-missing', 'Thiếu đơn vị. Nếu ô được gộp, hãy bỏ gộp và ghi đơn vị ở từng dòng.')
    }
    const groups = split(groupCell)
    if (groups.length === 0) {
      return problemOf('group', 'group-missing', 'Thiếu nhóm. Nếu ô được gộp, hãy bỏ gộp và ghi nhóm ở từng dòng.')
    }
    if (groups.length > 1 && groups.length !== units.length) {
      return problemOf(
        'group',
        'group-count',
        'Hãy ghi một nhóm cho mọi đơn vị, hoặc mỗi đơn vị một nhóm theo đúng thứ tự.',
      )
    }
    const ratings: Rating[] = []
    for (const [index, unit] of units.entries()) {
      const text = groups.length === 1 ? groups[0]! : groups[index]!
      const match = catalogue.groups.get(unit.block)?.(text)
      if (!match?.found) {
        return { field: 'group', problem: inCell(groupCell, text, groupProblem(catalogue, text, unit, match)) }
      }
      ratings.push({ block: unit.block.code, unit: unit.code, group: match.found.code })
    }
    return { ratings }
  }
}

function unitProblem(catalogue: Catalogue, text: string, match: Match<BlockUnit>): Problem {
  if (!match.found && match.several.length > 0) {
    const message = `“${text}” có thể là ${listNames(match.several)}. Hãy ghi mã đơn vị.`
    return { code: 'unit-ambiguous', message, suggestions: match.several.map(({ code }) => code) }
  }
  const parts = text.split(/[,/+|]/).filter((part) => part.trim() !== '')
  if (parts.length > 1 && parts.every((part) => catalogue.units(part.trim()).found)) {
    const message = `Không có đơn vị “${text}”. Hãy tách các đơn vị bằng dấu chấm phẩy (;).`
    return { code: 'unit-unknown', message, suggestions: [parts.map((part) => part.trim()).join('; ')] }
  }
  const nearest = match.found ? null : match.nearest
  return { code: 'unit-unknown', message: `Không có đơn vị “${text}”.${suggest(nearest)}`, ...nearestOf(nearest) }
}

function groupProblem(catalogue: Catalogue, text: string, unit: BlockUnit, match?: Match<Group>): Problem {
  if (match && !match.found && match.several.length > 0) {
    const message = `“${text}” có thể là ${listNames(match.several)}. Hãy ghi mã nhóm.`
    return { code: 'group-ambiguous', message, suggestions: match.several.map(({ code }) => code) }
  }
  for (const [block, groups] of catalogue.groups) {
    if (block === unit.block || !groups(text).found) continue
    const message = `Nhóm “${text}” thuộc ${block.name}, còn “${unit.name}” thuộc ${unit.block.name}.`
    return { code: 'group-other-block', message }
  }
  const nearest = match && !match.found ? match.nearest : null
  const message = `${unit.block.name} không có nhóm “${text}”.${suggest(nearest)}`
  return { code: 'group-unknown', message, ...nearestOf(nearest) }
}

/** A suggestion for one of several names in a cell is one for the whole cell. */
function inCell(cell: string, part: string, problem: Problem): Problem {
  if (!problem.suggestions || split(cell).length === 1) return problem
  const whole = (suggestion: string) =>
    split(cell)
      .map((one) => (one === part ? suggestion : one))
      .join('; ')
  return { ...problem, suggestions: problem.suggestions.map(whole) }
}

const nearestOf = (nearest: { name: string } | null) => (nearest ? { suggestions: [nearest.name] } : {})

const split = (cell: string) =>
  cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
const suggest = (nearest: { name: string } | null) => (nearest ? ` Có phải “${nearest.name}”?` : '')
const listNames = (list: { name: string; code: string }[]) =>
  list.map(({ name, code }) => `“${name}” (${code})`).join(' hoặc ')
const problemOf = (field: RatingsProblem['field'], code: Problem['code'], message: string): RatingsProblem => ({
  field,
  problem: { code, message },
})

/**
 * Whether a definition of the right shape also adds up (DESIGN promise 6): nothing may be opened of which a maximum, a
 * weight, a code or a question does not fit the rest. Pure. Paths name things by code, as a person finds them in the
 * files: `blocks[so].criteria[1.2].max`, `blocks[so].questionnaires[so-lanh-dao].so_1_2.choices`.
 */
import Fraction from 'fraction.js'
import type { Block, Definition, DefinitionProblem, Level } from './definition.ts'
import { findDuplicateCodes, findDuplicateNames, findUnitClashes } from './find-duplicates.ts'
import { validateIndex } from './validate-index.ts'
import { validatePoints } from './validate-points.ts'
import { validateQuestions } from './validate-questions.ts'

/** Everything that does not add up, in the order of the definition; empty when the campaign may be opened. */
export function validateDefinition(definition: Definition): DefinitionProblem[] {
  return [
    ...validateOrganizer(definition),
    ...validateLevels(definition),
    ...findDuplicateNames(definition.blocks, 'blocks', 'khối'),
    ...definition.blocks.flatMap((block) => validateBlock(definition, block)),
    ...findUnitClashes(definition.blocks),
    ...validateIndex(definition),
  ]
}

function validateBlock(definition: Definition, block: Block): DefinitionProblem[] {
  const path = `blocks[${block.code}]`
  return [
    ...findDuplicateNames(block.groups, `${path}.groups`, 'nhóm'),
    ...findDuplicateCodes(block.sources, `${path}.sources`, 'nguồn điểm'),
    ...findDuplicateNames(block.domains, `${path}.domains`, 'lĩnh vực'),
    ...findDuplicateCodes(block.criteria, `${path}.criteria`, 'tiêu chí'),
    ...validatePoints(definition.surveyMax, block, path),
    ...validateQuestions(definition, block, path),
  ]
}

/** Law 91/2025/QH15: a person must be able to reach whoever holds the data. */
function validateOrganizer({ organizer }: Definition): DefinitionProblem[] {
  if (organizer.phone.trim() || organizer.email.trim()) return []
  return [{ path: 'organizer', problem: 'cần số điện thoại hoặc thư điện tử để người trả lời liên hệ' }]
}

function validateLevels({ levels, noOpinion }: Definition): DefinitionProblem[] {
  const answers = levels.map(({ value, name }) => ({ code: value, name }))
  const problems = findDuplicateNames(answers, 'levels', 'mức')
  if (levels.some(({ value }) => value === noOpinion.value))
    problems.push({ path: 'noOpinion.value', problem: `“${noOpinion.value}” đã là một mức` })
  if (levels.some(({ name }) => name === noOpinion.name))
    problems.push({ path: 'noOpinion.name', problem: `“${noOpinion.name}” đã là tên một mức` })
  return [...problems, ...validateShares(levels)]
}

function validateShares(levels: Level[]): DefinitionProblem[] {
  return levels.flatMap(({ value, share }, index) => {
    const path = `levels[${value}].share`
    if (new Fraction(share).gt(1)) return [{ path, problem: 'phải từ 0 đến 1' }]
    const above = levels[index - 1]
    if (!above || new Fraction(above.share).gt(share)) return []
    return [{ path, problem: `phải nhỏ hơn mức đứng trên (“${above.value}”)` }]
  })
}

/**
 * Codes and names that would be taken for one another, by a person or by the roster import (which matches a unit and a
 * group by code, name or alias without regard to case, white space or tone placement). Pure.
 */
import type { Block, DefinitionProblem } from './definition.ts'
import { foldName } from './fold-name.ts'

type Named = { code: string; name: string; aliases?: string[] }

/** Codes, names and aliases used by more than one member of a list. */
export function findDuplicateNames(list: Named[], path: string, noun: string): DefinitionProblem[] {
  return clashes(
    list.map((named) => ({ ...named, path: `${path}[${named.code}]` })),
    noun,
  )
}

/** Codes used twice where equal names are allowed (two criteria may share a name). */
export function findDuplicateCodes(list: { code: string }[], path: string, noun: string): DefinitionProblem[] {
  return findDuplicateNames(
    list.map(({ code }) => ({ code, name: code })),
    path,
    noun,
  ).filter((problem) => problem.path.endsWith('].code'))
}

/** The same as findDuplicateNames for units, over all blocks together: a roster row names its unit without a block. */
export function findUnitClashes(blocks: Block[]): DefinitionProblem[] {
  const units = blocks.flatMap((block) =>
    block.units.map((unit) => ({ ...unit, path: `blocks[${block.code}].units[${unit.code}]` })),
  )
  return clashes(units, 'đơn vị')
}

function clashes(list: (Named & { path: string })[], noun: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const owners = new Map<string, { index: number; code: string }>()
  list.forEach(({ code, name, aliases = [], path }, index) => {
    const labels = [
      { path: `${path}.code`, text: code },
      { path: `${path}.name`, text: name },
      ...aliases.map((text) => ({ path: `${path}.aliases`, text })),
    ]
    for (const label of labels) {
      const key = foldName(label.text)
      const owner = owners.get(key)
      if (!owner) owners.set(key, { index, code })
      else if (owner.index !== index)
        problems.push({ path: label.path, problem: `“${label.text}” đã dùng cho ${noun} “${owner.code}”` })
    }
  })
  return problems
}

/** Which sets of strata the drawing rule must protect in a unit, and which levels a question counts. Pure. */
import type { Block } from '../campaigns/definition.ts'
import { questionsOf } from '../campaigns/survey-questions.ts'

export type UnitStratum = { id: string; group: string; groups: string[]; questionnaire: string }

/**
 * Everybody; those who see each scored question (by the questionnaire that their stratum answers); and, where weights
 * are fixed, each stratum by itself, because live points are then published from counts by group.
 */
export function audiencesOf(block: Block, strata: UnitStratum[]): ReadonlySet<string>[] {
  const seen = new Map<string, Set<string>>()
  for (const stratum of strata) {
    for (const question of questionsOf(block.questionnaires[stratum.questionnaire]!)) {
      seen.set(question.name, (seen.get(question.name) ?? new Set()).add(stratum.id))
    }
  }
  const sets = [new Set(strata.map((stratum) => stratum.id)), ...seen.values()]
  if (block.weighting === 'fixed') sets.push(...strata.map((stratum) => new Set([stratum.id])))
  const distinct = new Map(sets.map((set) => [[...set].sort().join(), set]))
  return [...distinct.values()]
}

/** The cells that one response of a stratum adds to while the campaign is open: all groups, and its own where weights are fixed. */
export function liveCellsOf(block: Block, stratum: UnitStratum): string[] {
  return block.weighting === 'fixed' ? ['*', cellName(stratum.groups)] : ['*']
}

/** A cell's name: its groups' codes, sorted as given, joined by "+". */
export const cellName = (groups: string[]): string => groups.join('+')

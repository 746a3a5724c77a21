/** What counting needs to know of a unit, and which sets of strata the drawing rule must protect in it. Pure. */
import type { Block, Definition } from '../campaigns/definition.ts'
import { questionsOf, scoredQuestions } from '../campaigns/survey-questions.ts'

export type UnitStratum = { id: string; group: string; groups: string[]; questionnaire: string }

export type PlannedStratum = UnitStratum & {
  /** Names of the questions that its questionnaire asks. */
  asked: ReadonlySet<string>
  /** The cell that one of its responses adds to while open: everybody's, or its own where weights are fixed. */
  liveCell: string
}

export type UnitPlan = {
  unit: string
  /** In the definition's order of groups, which is part of a cell's name and so of the final document. */
  strata: PlannedStratum[]
  audiences: ReadonlySet<string>[]
  /** All groups are counted together; false where the block fixes their weights. */
  pooled: boolean
  /** Names of the scored questions of the unit's block. */
  questions: string[]
}

/** One plan for each unit that has strata. */
export function planUnits(definition: Definition, strata: (UnitStratum & { unit: string })[]): Map<string, UnitPlan> {
  const byUnit = Map.groupBy(strata, (stratum) => stratum.unit)
  const plans = definition.blocks.flatMap((block) =>
    block.units.flatMap(({ code }) => {
      const ofUnit = byUnit.get(code)
      return ofUnit ? [[code, planUnit(block, code, ofUnit)] as const] : []
    }),
  )
  return new Map(plans)
}

function planUnit(block: Block, unit: string, unordered: UnitStratum[]): UnitPlan {
  const order = block.groups.map((group) => group.code)
  const questions = [...scoredQuestions(block).keys()]
  const strata = unordered
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
    .map((stratum) => ({
      ...stratum,
      asked: new Set(questionsOf(block.questionnaires[stratum.questionnaire]!).map((question) => question.name)),
      liveCell: block.weighting === 'fixed' ? cellName(stratum.groups) : '*',
    }))
  const pooled = block.weighting === 'pooled'
  return { unit, strata, questions, pooled, audiences: audiencesOf(block, questions, strata) }
}

/**
 * Everybody; those who see each scored question; and, where weights are fixed, each stratum by itself, because live
 * points are then published from counts by group.
 */
function audiencesOf(block: Block, questions: string[], strata: PlannedStratum[]): ReadonlySet<string>[] {
  const idsOf = (some: PlannedStratum[]) => new Set(some.map((stratum) => stratum.id))
  const sets = [idsOf(strata), ...questions.map((name) => idsOf(strata.filter((stratum) => stratum.asked.has(name))))]
  if (block.weighting === 'fixed') sets.push(...strata.map((stratum) => idsOf([stratum])))
  const distinct = new Map(sets.filter((set) => set.size > 0).map((set) => [[...set].sort().join(), set]))
  return [...distinct.values()]
}

/** A cell's name: its groups' codes, in the order given, joined by "+". */
export const cellName = (groups: string[]): string => groups.join('+')

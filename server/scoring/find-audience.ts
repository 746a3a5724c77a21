/**
 * Who judges a criterion in one unit. What counts is the questionnaire that was handed out: a group merged into another
 * one's stratum answers that stratum's questionnaire, and never sees what only its own would have asked. Pure.
 */
import type { Block } from '../campaigns/definition.ts'

/** One stratum of a unit: the groups in it and the questionnaire that all of them were given. */
export type HandedOut = { groups: string[]; questionnaire: string }

/** `invited`: groups of the unit that see the question. `expected`: with those that would, had anyone been invited. */
export type Audience = { invited: string[]; expected: string[] }

export function findAudience(block: Block, strata: HandedOut[], questionnaires: string[]): Audience {
  const invited = strata
    .filter(({ questionnaire }) => questionnaires.includes(questionnaire))
    .flatMap(({ groups }) => groups)
  const present = new Set(strata.flatMap(({ groups }) => groups))
  const missing = block.groups.filter(
    ({ code, questionnaire }) => !present.has(code) && questionnaires.includes(questionnaire),
  )
  return { invited, expected: [...invited, ...missing.map(({ code }) => code)] }
}

/** The scores of smallDefinition, and how tests find their way in them. */
import { buildScores, type ScoresInput } from './build-scores.ts'
import type { UnitView } from './schemas.ts'
import { smallDefinition } from './small-definition.fixture.ts'
import { scoresInput } from './small-tally.fixture.ts'

export const scoresOf = (changes: Partial<ScoresInput>) => buildScores(scoresInput(changes))
export function unitOf(changes: Partial<ScoresInput>, code: string): UnitView {
  return scoresOf(changes)
    .blocks.flatMap(({ units }) => units)
    .find((unit) => unit.code === code)!
}
export const survey = (unit: UnitView) => unit.sources.find(({ code }) => code === 'ks')!
export const criterion = (unit: UnitView, code: string) => unit.criteria.find((one) => one.code === code)!

/** The same campaign with everything counted here: no imported source. */
export function surveyOnly() {
  const [pooled] = smallDefinition.blocks
  return {
    ...smallDefinition,
    surveyMax: '4',
    blocks: [
      {
        ...pooled!,
        sources: pooled!.sources.filter(({ origin }) => origin === 'survey'),
        criteria: pooled!.criteria.filter(({ source }) => source === 'ks'),
      },
    ],
  }
}

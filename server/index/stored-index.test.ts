/** The campaign that the index's tests share holds what it says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeQuestionnaire } from '../campaigns/judge-questionnaire.ts'
import { validateDefinition } from '../campaigns/validate-definition.ts'
import { readScores } from '../scoring/read-scores.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { smallIndexDefinition } from './small-index.fixture.ts'
import { storeIndexCampaign } from './stored-index.fixture.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

test('its definition adds up, and its questionnaires are ones people can answer', async () => {
  expect(validateDefinition(smallIndexDefinition)).toEqual([])
  for (const { questionnaires } of smallIndexDefinition.blocks)
    expect(await judgeQuestionnaire(questionnaires.chung!, 'chung')).toEqual([])
})

test.each(['open', 'closed', 'final'] as const)(
  '%s, every unit has survey points and each more than the last',
  async (status) => {
    await storeIndexCampaign(system.deps.db, `dot-${status}`, status)
    const { scores } = await readScores(system.deps, `dot-${status}`)
    expect(scores.status).toBe(status === 'final' ? 'final' : 'provisional')
    const counted = scores.blocks.map(({ units }) =>
      units.map(({ points, invited, answered, counted }) => ({ points, invited, answered, counted })),
    )
    const people = { invited: 16, answered: 14, counted: 14 }
    // 20 × (0.75 + 0.25 × n/7) of the n-th unit
    expect(counted).toEqual([
      [15, 15.71, 16.43, 17.14].map((points) => ({ points, ...people })),
      [15, 15.71, 16.43].map((points) => ({ points, ...people })),
    ])
  },
)

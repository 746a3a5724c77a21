import { expect, test } from 'vitest'
import { findAudience } from './find-audience.ts'
import { smallDefinition } from './small-definition.fixture.ts'

const block = smallDefinition.blocks[0]!
const Q3 = ['cc']

test('groups that were given a questionnaire with the question see it', () => {
  const strata = [
    { groups: ['ld'], questionnaire: 'ld' },
    { groups: ['cc', 'xa'], questionnaire: 'cc' },
  ]
  expect(findAudience(block, strata, Q3)).toEqual({ invited: ['cc', 'xa'], expected: ['cc', 'xa'] })
})

test('merging decides: a group answers the questionnaire of the stratum that it was merged into', () => {
  expect(findAudience(block, [{ groups: ['ld', 'cc', 'xa'], questionnaire: 'ld' }], Q3).invited).toEqual([])
  expect(findAudience(block, [{ groups: ['cc', 'xa', 'ld'], questionnaire: 'cc' }], Q3).invited).toContain('ld')
})

test('a group of which nobody was invited is expected by the questionnaire that it would have had', () => {
  const strata = [{ groups: ['ld', 'cc'], questionnaire: 'ld' }]
  expect(findAudience(block, strata, Q3)).toEqual({ invited: [], expected: ['xa'] })
  expect(findAudience(block, strata, []).expected).toEqual([])
})

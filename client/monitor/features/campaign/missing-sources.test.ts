import { expect, test } from 'vitest'
import type { UnitScore } from '../../../shared/api-types.ts'
import { missingSources } from './missing-sources.ts'

const unit = (code: string, citizens: number | null, invited = 10): UnitScore => ({
  ...{ code, name: code, invited, answered: 8, counted: 8, points: 17, max: 30, complete: false, criteria: [] },
  sources: [
    { code: 'o', name: 'Công chức', origin: 'survey', points: null, max: 20 },
    { code: 'c', name: 'Người dân', origin: 'imported', points: citizens, max: 10 },
  ],
})

test('an imported source says at how many asked units it is missing; the survey’s own is no such source', () => {
  const units = [unit('a', null), unit('b', 8), unit('c', null), unit('nobody-asked', null, 0)]
  expect(missingSources({ blocks: [{ code: 'so', name: 'Khối sở', units }] })).toEqual([
    { key: 'so c', name: 'Người dân', max: 10, units: 2 },
  ])
})

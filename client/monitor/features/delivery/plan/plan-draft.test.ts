import { expect, test } from 'vitest'
import type { PlanView } from '../../../../shared/delivery-types.ts'
import { bodyOf, clockOf, draftOf, numbersOf, rowOfProblem, withNextWave } from './plan-draft.ts'

const wave = (over: Partial<PlanView['waves'][number]>): PlanView['waves'][number] => ({
  wave: 1,
  kind: 'invitation',
  channels: ['email', 'zalo'],
  order: 'in-order',
  audience: 'all',
  units: null,
  state: 'planned',
  startsAt: '2026-11-16T01:00:00.000Z',
  frozenAt: null,
  deliveries: 0,
  waiting: 0,
  createdBy: null,
  expected: null,
  estimate: null,
  ...over,
})
const plan = (waves: PlanView['waves']): PlanView => ({
  revision: 'r1',
  hours: { from: '07:00', to: '21:30' },
  daysOff: ['sun', '2026-11-20'],
  maxMessages: 6,
  closesAt: null,
  waves,
})
const NOW = Date.parse('2026-11-14T03:00:00Z')

test('a plan comes back from the form as it went in', () => {
  const shown = plan([wave({})])
  expect(bodyOf(draftOf(shown), shown).body).toEqual({
    revision: 'r1',
    hours: { from: '07:00', to: '21:30' },
    daysOff: ['sun', '2026-11-20'],
    maxMessages: 6,
    waves: [
      {
        wave: 1,
        kind: 'invitation',
        channels: ['email', 'zalo'],
        order: 'in-order',
        audience: 'all',
        at: '2026-11-16T01:00:00.000Z',
      },
    ],
  })
})

test('what has begun is not part of the form, and is named unchanged when it is sent; what was stopped is not named', () => {
  const begun = wave({ state: 'running', frozenAt: '2026-11-13T01:00:00.000Z' })
  const stopped = wave({ wave: 2, kind: 'reminder', state: 'stopped', frozenAt: '2026-11-13T01:00:00.000Z' })
  const late = wave({ wave: 3, kind: 'reminder', state: 'overdue', units: ['SNV', 'STC'] })
  const shown = plan([begun, stopped, late])
  const draft = draftOf(shown)
  expect(draft.waves.map(({ wave: number }) => number)).toEqual([3])
  expect(draft.waves[0]!.units).toBe(2)
  expect(bodyOf(draft, shown).body?.waves.map(({ wave: number }) => number)).toEqual([1, 3])
  expect(rowOfProblem('waves.1.at', draft, shown)).toBe('wave-3')
  expect(rowOfProblem('hours', draft, shown)).toBeNull()
})

test('new rows get the next numbers by their moments, as the server gives them', () => {
  const shown = plan([wave({})])
  const draft = draftOf(shown)
  const late = { key: 'late', kind: 'reminder' as const, way: 'email', units: null, at: '30/11/2026 08:00' }
  const early = { ...late, key: 'early', at: '20/11/2026 08:00' }
  expect([...numbersOf({ ...draft, waves: [...draft.waves, late, early] }, shown)]).toEqual([
    ['wave-1', 1],
    ['late', 3],
    ['early', 2],
  ])
})

test('the first wave is the invitation, tomorrow morning; a reminder follows three days after the last wave', () => {
  const empty = plan([])
  const first = withNextWave(draftOf(empty), empty, NOW)
  expect(first.waves.map(({ kind, at }) => [kind, at])).toEqual([['invitation', '15/11/2026 08:00']])
  const second = withNextWave(first, empty, NOW)
  expect(second.waves.at(-1)).toMatchObject({ kind: 'reminder', at: '18/11/2026 08:00' })
})

test('a reminder is never proposed for the past', () => {
  const old = plan([wave({ state: 'running', startsAt: '2026-10-01T01:00:00.000Z' })])
  expect(withNextWave(draftOf(old), old, NOW).waves.at(-1)?.at).toBe('15/11/2026 08:00')
})

test('what cannot be read is named by its field, and nothing is sent', () => {
  const shown = plan([wave({})])
  const draft = draftOf(shown)
  const wrong = { ...draft, from: '7 giờ', maxMessages: '0', waves: [{ ...draft.waves[0]!, at: '31/02/2026' }] }
  expect(bodyOf(wrong, shown)).toEqual({
    body: null,
    problems: { from: expect.any(String), maxMessages: expect.any(String), 'wave-1': expect.any(String) },
  })
  expect(bodyOf({ ...draft, from: '21:30', to: '07:00' }, shown).problems).toEqual({ to: 'Giờ cuối phải sau giờ đầu.' })
})

test('hours are read as people write them', () => {
  expect([clockOf('7:00'), clockOf('07h30'), clockOf('24:00'), clockOf('7')]).toEqual(['07:00', '07:30', null, null])
})

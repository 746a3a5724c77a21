import { expect, test } from 'vitest'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { nextAct, otherActs } from './next-action.ts'

const NOW = Date.parse('2024-11-20T08:00:00Z')
const campaign = (over: Partial<CampaignDetail>) => ({
  status: 'open' as const,
  closesAt: '2024-11-30T10:00:00Z',
  waves: [],
  rosterCount: { respondents: 10, invitations: 12 },
  invited: 12,
  answered: 0,
  ...over,
})
const invitation = [
  { wave: 1, kind: 'invitation' as const, channels: [], state: 'running' as const, startsAt: '', deliveries: 12 },
]

test('the next act follows a campaign from the roster to the frozen result', () => {
  const steps = [
    campaign({ status: 'draft', rosterCount: { respondents: 0, invitations: 0 } }),
    campaign({ status: 'draft' }),
    campaign({}),
    campaign({ waves: invitation }),
    campaign({ status: 'paused' }),
    campaign({ status: 'closed' }),
    campaign({ status: 'final' }),
  ]
  expect(steps.map((step) => nextAct(step, NOW))).toEqual([
    'import',
    'open',
    'invite',
    'remind',
    'resume',
    'finalize',
    'results',
  ])
})

test('closing comes next once the date has passed or everybody has answered', () => {
  expect(nextAct(campaign({ waves: invitation, closesAt: '2024-11-20T07:59:00Z' }), NOW)).toBe('close')
  expect(nextAct(campaign({ waves: invitation, answered: 12 }), NOW)).toBe('close')
})

test('the filled button is never offered a second time in the menu', () => {
  expect(otherActs(campaign({ waves: invitation }), NOW)).toEqual(['extend', 'pause', 'close'])
  expect(otherActs(campaign({ waves: invitation, answered: 12 }), NOW)).toEqual(['remind', 'extend', 'pause'])
  expect(otherActs(campaign({ status: 'closed' }), NOW)).toEqual([])
})

test('a campaign with a deadline can be given another one, paused or not, and also when it has passed', () => {
  const offered = (over: Partial<CampaignDetail>) =>
    otherActs(campaign({ waves: invitation, ...over }), NOW).includes('extend')
  expect([{}, { status: 'paused' as const }, { closesAt: '2024-11-19T10:00:00Z' }].map(offered)).toEqual([
    true,
    true,
    true,
  ])
  expect([{ closesAt: null }, { status: 'closed' as const }, { status: 'draft' as const }].map(offered)).toEqual([
    false,
    false,
    false,
  ])
})

test('while the invitation is only planned, its plan comes next and nobody is reminded', () => {
  for (const state of ['planned', 'overdue'] as const) {
    const planned = campaign({ waves: [{ ...invitation[0]!, state }] })
    expect(nextAct(planned, NOW)).toBe('plan')
    expect(otherActs(planned, NOW)).not.toContain('remind')
  }
})

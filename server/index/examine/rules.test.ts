/** Each rule speaks when the figure that it watches is altered, and leads to the altered figure. */
import { describe, expect, test } from 'vitest'
import { examineFigures, RULES } from './examine-figures.ts'
import { PublishedFigures } from './schemas.ts'
import { smallReport } from './small-report.fixture.ts'

const BLOCK = 'blocks.0'
/** Path → value, `blocks.0.` left out where it begins with none of the report's own members; undefined: left out. */
type Changes = Record<string, unknown>

const OWN = /^(campaign|scale|classes|documents|steps)\b/
const withoutTable = { units: undefined, 'blocks.0.classes': undefined }
const names = (...own: string[]) => own.map((name) => `Sở ${name}`)

const ALTERED: [rule: string, place: string, changes: Changes][] = [
  ['scale-sum', 'scale.total', { 'scale.appraisal': 69 }],
  ['scale-sum', 'classes[B].below', { 'classes.1.below': 91 }],
  ['domain-maxima-sum', 'blocks[so].domains[*].max', { 'domains.0.max': 59.5 }],
  ['criteria-counts', 'blocks[so].criteria', { 'domains.1.criteria': 4 }],
  ['criteria-counts', 'blocks[so].componentCriteria', { componentCriteria: 4 }],
  ['ballots', 'campaign.ballotsReturned', { 'campaign.ballotsReturned': 81 }],
  ['ballots', 'campaign.ballotsValid', { 'campaign.ballotsValid': 61 }],
  ['ballots', 'campaign.returnedPercent', { 'campaign.returnedPercent': 76 }],
  ['ballots', 'campaign.validPercent', { 'campaign.ballotsValid': 50 }],
  ['within-bounds', 'blocks[so].domains[1].highest.points', { 'domains.0.highest.points': 60.01 }],
  ['within-bounds', 'blocks[so].index.mean', { 'index.mean': 100.01 }],
  ['within-bounds', 'blocks[so].survey.max', { 'survey.max': 30.5 }],
  ['within-bounds', 'blocks[so].units[U1].survey', { 'units.0.survey': 30.01 }],
  ['within-bounds', 'blocks[so].units[U2].domains[2]', { 'units.1.domains.2': 40.01 }],
  ['percent', 'blocks[so].survey.meanPercent', { 'survey.meanPercent': 81.29 }],
  ['percent', 'blocks[so].survey.highest.percent', { 'survey.highest.percent': 92.76 }],
  ['percent', 'blocks[so].classes[A].percent', { 'blocks.0.classes.0.percent': 26 }],
  ['percent', 'blocks[so].pointMoves.rose.percent', { 'pointMoves.rose.percent': 76 }],
  ['printed-twice', 'blocks[so].index.meanElsewhere', { 'index.meanElsewhere': 80.57 }],
  ['printed-twice', 'blocks[so].pointMoves.fell.count', { 'index.fell': 2 }],
  ['printed-twice', 'blocks[so].classes[B].count', { 'index.classB': 3 }],
  ['mean-between', 'blocks[so].domains[2].mean', { 'domains.1.mean': 25.49 }],
  ['mean-between', 'blocks[so].survey.mean', { 'survey.mean': 18.55 }],
  ['mean-between', 'blocks[so].domains[1].lowest.points', { 'domains.0.lowest.points': 55.51 }],
  ['mean-feasible', 'blocks[so].domains[1].mean', { 'domains.0.mean': 51.65 }],
  [
    'mean-feasible',
    'blocks[so].survey.mean',
    { 'survey.unitsAboveMean': 1, 'survey.unitsBelowMean': 3, 'survey.mean': 16.8 },
  ],
  [
    'mean-feasible',
    'blocks[so].index.mean',
    {
      ...withoutTable,
      'index.classA': 3,
      'index.classB': 0,
      'index.mean': 83.4,
      'index.unitsAboveMean': 3,
      'index.unitsBelowMean': 1,
    },
  ],
  ['domain-means-sum', 'blocks[so].index.mean', { 'index.mean': 80.86 }],
  ['gap', 'blocks[so].index.gap', { 'index.gap': 28.27 }],
  ['gap', 'blocks[so].index.gapChange', { 'index.gapChange': 0.28 }],
  ['gap', 'blocks[so].index.gapChange', { 'index.gapChange': 28.3, 'past.gap': undefined }],
  ['around-mean', 'blocks[so].index.unitsAboveMean', { 'index.unitsAboveMean': 0 }],
  ['around-mean', 'blocks[so].survey.unitsBelowMean', { 'survey.unitsBelowMean': 4 }],
  ['around-mean', 'blocks[so].index.unitsAboveMean', { 'index.classA': 3, 'index.classB': 0 }],
  ['survey-share', 'blocks[so].units[U1].points', { 'survey.highest.points': 13.7 }],
  ['survey-share', 'blocks[so].index.mean', { 'survey.mean': 0.71 }],
  ['partition-counts', 'blocks[so].index.units*Mean', { 'index.unitsBelowMean': 1 }],
  ['partition-counts', 'blocks[so].classes', { 'index.classD': 1 }],
  ['partition-counts', 'blocks[so].rankMoves', { 'rankMoves.kept.count': 1 }],
  ['partition-counts', 'blocks[so].pointMoves', { pointMoves: undefined, 'index.rose': 4 }],
  ['list-counts', 'blocks[so].unitCount', { unitCount: 5 }],
  ['list-counts', 'blocks[so].rankMoves.kept.count', { 'rankMoves.kept.count': 3 }],
  ['list-counts', 'blocks[so].index.classA', { 'index.classA': 2 }],
  ['names-known', 'blocks[so].rankMoves.fell.names', { 'rankMoves.fell.names': names('Năm') }],
  ['names-known', 'blocks[so].index.highest', { 'index.highest.unit': 'Sở Năm' }],
  ['names-once', 'blocks[so].pointMoves.rose.names', { 'pointMoves.rose.names': names('Hai', 'Hai', 'Bốn') }],
  ['names-once', 'blocks[so].units', { 'units.1.code': 'U1' }],
  ['names-in-one-list', 'blocks[so].rankMoves.fell.names', { 'rankMoves.fell.names': names('Hai') }],
  ['names-in-some-list', 'blocks[so].rankMoves', { 'rankMoves.kept.names': names('Một') }],
  ['class-points', 'blocks[so].units[U2].class', { 'units.1.class': 'A' }],
  ['class-points', 'blocks[so].units[U2].class', { 'units.1.class': 'E' }],
  ['class-points', 'blocks[so].units[U4].class', { 'units.3.class': 'B', 'units.3.points': undefined }],
  ['class-points', 'blocks[so].classes[A].names', { 'blocks.0.classes.0.names': names('Hai') }],
  ['class-extremes', 'blocks[so].index.classA', { 'index.classA': 0 }],
  ['class-extremes', 'blocks[so].index.classD', { 'index.classD': 1 }],
  ['unit-totals', 'blocks[so].units[U2].points', { 'units.1.points': 93.78 }],
  [
    'unit-totals',
    'blocks[so].units[U3].class',
    { 'units.2.points': undefined, 'units.2.class': 'A', 'domains.0.highest.points': 50, 'index.highest': undefined },
  ],
  ['unit-parts', 'blocks[so].units[U2].points', { 'units.1.appraised': 60.02 }],
  ['unit-parts', 'blocks[so].units[U3].points', { 'units.2.domains.1': 48.27 }],
  ['extremes-of-units', 'blocks[so].index.highest.points', { 'index.highest.points': 93.77 }],
  ['extremes-of-units', 'blocks[so].domains[1].lowest.points', { 'domains.0.lowest.points': 40.02 }],
  ['extremes-of-units', 'blocks[so].domains[2].highest', { 'domains.1.highest.units': names('Hai') }],
  ['mean-of-units', 'blocks[so].domains[1].mean', { 'domains.0.mean': 48.46 }],
  ['mean-of-units', 'blocks[so].index.unitsAboveMean', { 'index.unitsAboveMean': 1, 'index.unitsAtMean': 1 }],
  ['rank-points', 'blocks[so].units[U2].rank', { 'units.1.rank': 3, 'units.2.rank': 2 }],
  ['rank-points', 'blocks[so].units[U3].rank', { 'units.2.rank': 2 }],
  ['rank-points', 'blocks[so].units[U4].rank', { 'units.3.rank': 5 }],
  ['rank-points', 'blocks[so].units[U2].rank', { 'index.highest.unit': 'Sở Hai' }],
  ['unit-changes', 'blocks[so].units[U1].change', { 'units.0.change': 3.78 }],
  ['unit-changes', 'blocks[so].units[U2].rankChange', { 'units.1.rankChange': 2 }],
  ['moves-of-units', 'blocks[so].rankMoves.fell.names', { 'rankMoves.fell.names': names('Hai') }],
  ['moves-of-units', 'blocks[so].pointMoves.rose.count', { 'pointMoves.rose.count': 2 }],
  ['moves-of-units', 'blocks[so].index.rose', { pointMoves: undefined, 'index.rose': 2 }],
  ['furthest-of-units', 'blocks[so].pointMoves.rose.most', { 'pointMoves.rose.most.by': 5.4 }],
  ['furthest-of-units', 'blocks[so].pointMoves.rose.most', { 'pointMoves.rose.most.unit': 'Sở Một' }],
  ['most-mover', 'blocks[so].rankMoves.rose.most', { 'rankMoves.rose.most.unit': 'Sở Bốn' }],
  ['most-mover', 'blocks[so].rankMoves.fell.count', { 'rankMoves.fell.count': 0, 'rankMoves.fell.names': undefined }],
  ['most-mover', 'blocks[so].rankMoves.rose.most.by', { 'rankMoves.rose.most.by': 3 }],
  ['most-mover', 'blocks[so].rankMoves.fell.names', { 'rankMoves.fell.names': names('Một') }],
  ['rank-balance', 'blocks[so].rankMoves', { 'rankMoves.fell.most.by': 2 }],
  ['year-change', 'blocks[so].index.changeOnYear', { 'index.changeOnYear': 2.28 }],
  ['year-change', 'blocks[so].index.changeOnYear', { 'past.mean': undefined, 'index.changeOnYear': 3.5 }],
  ['year-change', 'blocks[so].index.changeOnYear', { 'past.mean': undefined, 'index.changeOnYear': 81 }],
  ['past-counts', 'blocks[so].rankMoves.rose.change', { 'rankMoves.rose.change': 0 }],
  ['past-counts', 'blocks[so].classes[A].change', { 'past.classes': undefined, 'blocks.0.classes.0.change': 2 }],
  ['past-counts', 'blocks[so].rankMoves.*.change', { 'past.rankMoves': undefined, 'rankMoves.fell.change': -1 }],
  [
    'document-cited',
    'documents[4].number',
    { 'documents.4': { what: 'scheme, as its heading states', number: '88/QĐ-UBND' } },
  ],
  [
    'document-cited',
    'documents[4].date',
    { 'documents.4': { what: 'another', number: '2080/QĐ-UBND', date: '2024-10-06' } },
  ],
  ['document-order', 'documents[2].date', { 'documents.2.date': '2024-08-29' }],
  ['dates-in-order', 'documents[3].date', { 'documents.3.date': '2024-01-15' }],
  ['dates-in-order', 'steps[1].date', { 'steps.1.date': '2024-12-19' }],
  ['dates-in-order', 'steps[2].to', { 'steps.2.to': '2024-12-27' }],
  ['dates-in-order', 'documents[1].date', { 'documents.1.after': ['criteria'] }],
]

test('the report itself has nothing to fault', () => {
  expect(examineFigures(smallReport)).toEqual([])
})

describe('an altered figure', () => {
  test.each(ALTERED)('%s at %s: %j', (rule, place, changes) => {
    const found = examineFigures(altered(changes)).filter((finding) => finding.rule === rule)
    expect(found.map((finding) => finding.place)).toContain(place)
    for (const { message, place: own, against } of found) {
      expect(message).toMatch(/^\P{Ll}.*\.$/u)
      expect(against).not.toContain(own)
    }
  })

  test('is watched by every rule', () => {
    expect(new Set(ALTERED.map(([rule]) => rule))).toEqual(new Set(RULES.map(({ name }) => name)))
  })
})

describe('rounding', () => {
  test.each<[string, Changes]>([
    ['a gap made of exact points', { 'index.gap': 28.26 }],
    ['a mean of exact points', { 'domains.0.mean': 48.43, 'index.mean': 80.76, 'index.meanElsewhere': 80.76 }],
    ['a percentage of an exact mean', { 'survey.meanPercent': 81.27 }],
    ['a change of exact points', { 'units.0.change': 3.76 }],
  ])('%s is not faulted', (_, changes) => {
    expect(examineFigures(altered(changes))).toEqual([])
  })
})

test('a gap that narrowed by ever so much is not faulted where last year’s is not printed', () => {
  expect(examineFigures(altered({ 'index.gapChange': -1500, 'past.gap': undefined }))).toEqual([])
})

test('a block of more units than any country has is refused, not reckoned with', () => {
  expect(() => altered({ unitCount: 10_000_000, units: undefined })).toThrow(/unitCount/)
})

function altered(changes: Changes): PublishedFigures {
  const report = structuredClone(smallReport) as unknown
  for (const [path, value] of Object.entries(changes)) {
    const keys = (OWN.test(path) || path.startsWith(BLOCK) ? path : `${BLOCK}.${path}`).split('.')
    let at = report as Record<string, unknown>
    for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>
    if (value === undefined) delete at[keys.at(-1)!]
    else at[keys.at(-1)!] = value
  }
  return PublishedFigures.parse(report)
}

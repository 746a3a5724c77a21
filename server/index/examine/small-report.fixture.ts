/** A whole report of four units and two domains that agrees with itself, small enough to check by hand. */
import { PublishedFigures } from './schemas.ts'

export const smallReport: PublishedFigures = PublishedFigures.parse({
  campaign: {
    ...{ code: 'thu', year: 2024, ballotsIssued: 80, ballotsReturned: 60, ballotsValid: 57 },
    ...{ returnedPercent: 75, validPercent: 95 },
  },
  scale: { total: 100, appraisal: 70, survey: 30 },
  classes: [
    { code: 'A', from: 90 },
    { code: 'B', from: 70, below: 90 },
    { code: 'C', from: 50, below: 70 },
    { code: 'D', below: 50 },
  ],
  blocks: [
    {
      ...{ code: 'so', unitCount: 4, criteria: 7, componentCriteria: 3 },
      survey: {
        ...{ max: 20, mean: 16.25, meanPercent: 81.25, unitsAboveMean: 2, unitsAtMean: 0, unitsBelowMean: 2 },
        highest: { unit: 'Sở Một', points: 18.54, percent: 92.7 },
        lowest: { unit: 'Sở Bốn', points: 14.03, percent: 70.15 },
      },
      index: {
        ...{ mean: 80.75, meanElsewhere: 80.75, changeOnYear: 2.25, gap: 28.25, gapChange: 0.25 },
        highest: { unit: 'Sở Một', points: 93.75 },
        lowest: { unit: 'Sở Bốn', points: 65.5 },
        ...{ unitsAboveMean: 2, unitsAtMean: 0, unitsBelowMean: 2 },
        ...{ classA: 1, classB: 2, classC: 1, classD: 0, rose: 3, kept: 0, fell: 1 },
      },
      classes: [
        { code: 'A', count: 1, percent: 25, change: 0, names: ['Sở Một'] },
        { code: 'B', count: 2, percent: 50, change: 0, names: ['Sở Hai', 'Sở Ba'] },
        { code: 'C', count: 1, percent: 25, change: 0, names: ['Sở Bốn'] },
        { code: 'D', count: 0, percent: 0, change: 0, names: [] },
      ],
      domains: [
        {
          ...{ code: 1, max: 60, mean: 48.44, criteria: 4, componentCriteria: 3 },
          highest: { units: ['Sở Một'], points: 55.5 },
          lowest: { units: ['Sở Bốn'], points: 40 },
        },
        {
          ...{ code: 2, max: 40, mean: 32.31, criteria: 3, componentCriteria: 0 },
          highest: { units: ['Sở Một'], points: 38.25 },
          lowest: { units: ['Sở Bốn'], points: 25.5 },
        },
      ],
      units: [
        {
          ...{ code: 'U1', name: 'Sở Một', points: 93.75, appraised: 66, survey: 27.75, rank: 1, class: 'A' },
          ...{ pastPoints: 90, pastRank: 1, change: 3.75, rankChange: 0, domains: { 1: 55.5, 2: 38.25 } },
        },
        {
          ...{ code: 'U2', name: 'Sở Hai', points: 85.5, appraised: 60, survey: 25.5, rank: 2, class: 'B' },
          ...{ pastPoints: 80, pastRank: 3, change: 5.5, rankChange: 1, domains: { 1: 50, 2: 35.5 } },
        },
        {
          ...{ code: 'U3', name: 'Sở Ba', points: 78.25, appraised: 55.25, survey: 23, rank: 3, class: 'B' },
          ...{ pastPoints: 82, pastRank: 2, change: -3.75, rankChange: -1, domains: { 1: 48.25, 2: 30 } },
        },
        {
          ...{ code: 'U4', name: 'Sở Bốn', points: 65.5, appraised: 45, survey: 20.5, rank: 4, class: 'C' },
          ...{ pastPoints: 62, pastRank: 4, change: 3.5, rankChange: 0, domains: { 1: 40, 2: 25.5 } },
        },
      ],
      rankMoves: {
        rose: { count: 1, change: -1, names: ['Sở Hai'], most: { unit: 'Sở Hai', by: 1 } },
        kept: { count: 2, change: 1, names: ['Sở Một', 'Sở Bốn'] },
        fell: { count: 1, change: 0, names: ['Sở Ba'], most: { unit: 'Sở Ba', by: 1 } },
      },
      pointMoves: {
        rose: { count: 3, percent: 75, names: ['Sở Một', 'Sở Hai', 'Sở Bốn'], most: { unit: 'Sở Hai', by: 5.5 } },
        kept: { count: 0, percent: 0, names: [] },
        fell: { count: 1, percent: 25, names: ['Sở Ba'], most: { unit: 'Sở Ba', by: 3.75 } },
      },
      past: {
        ...{ units: 4, mean: 78.5, gap: 28, rankMoves: { rose: 2, kept: 1, fell: 1 } },
        classes: [
          { code: 'A', count: 1 },
          { code: 'B', count: 2 },
          { code: 'C', count: 1 },
          { code: 'D', count: 0 },
        ],
      },
    },
  ],
  documents: [
    { what: 'scheme, as the decision cites it', number: '880/QĐ-UBND', date: '2021-05-12' },
    { what: 'survey plan', number: '1801/QĐ-UBND', date: '2024-08-30' },
    { what: 'criteria', number: '2080/QĐ-UBND', date: '2024-10-05' },
    { what: 'proposal for publication', number: '48/TTr-SNV', date: '2025-01-15' },
  ],
  steps: [
    { what: 'self-assessment closed', date: '2024-12-20' },
    { what: 'first appraisal', date: '2024-12-26' },
    { what: 'second appraisal', from: '2024-12-28', to: '2024-12-29' },
  ],
})

/**
 * Figures of a yearly report as printed, in the format of `published-2024.json`, so that they can be examined whoever made
 * them. Nearly everything may be left out: a report is examined as far as it speaks. What is not in the format is refused,
 * because a misspelt name would otherwise go unexamined. A unit is named by its code or by its name wherever it is named.
 */
import { z } from 'zod'

/** What stands for points that nothing bounds. */
export const LARGEST_POINTS = 100_000

/** JSON drops trailing zeros, so how many decimals a figure was printed with is read from its neighbours. */
const Decimal = z
  .number()
  .min(-LARGEST_POINTS)
  .max(LARGEST_POINTS)
  .refine((value) => /^-?\d+(\.\d{1,4})?$/.test(String(value)), 'số in ra có nhiều nhất 4 chữ số thập phân')
const Points = Decimal.min(0)
const Percent = Decimal
const Count = z.int().min(0).max(10_000_000)
/** Units of a block, so ranks too: some rules reckon unit by unit. */
const MOST_UNITS = 2_000
const UnitCount = z.int().min(0).max(MOST_UNITS)
const Rank = z.int().min(1).max(MOST_UNITS)
const Code = z.string().min(1).max(64)
const Name = z.string().min(1).max(500)
const Names = z.array(Name).max(1_000)
const UnitNames = z.array(Name).min(1).max(1_000)
const Day = z.iso.date()

const named = ({ unit, units }: { unit?: string; units?: string[] }) => (unit === undefined) !== (units === undefined)
const NAMED = { error: 'cần đúng một trong hai mục: unit (một đơn vị) hoặc units (danh sách đơn vị)' }

/** What is said of one unit or of several alike. */
const WHOSE = { unit: Name.optional(), units: UnitNames.optional() }

/** The highest or lowest of something: every unit that has it, and its points. */
export const Extreme = z.strictObject({ ...WHOSE, points: Points, percent: Percent.optional() }).refine(named, NAMED)
export type Extreme = z.infer<typeof Extreme>

/** `by`: places or points, without sign. */
const Mover = z.strictObject({ ...WHOSE, by: Points }).refine(named, NAMED)

const Change = z.int().min(-MOST_UNITS).max(MOST_UNITS)

/** Of some of a block's units: how many, how many percent of it, how many more than last year, which. */
const UNITS_SAID = {
  count: Count.optional(),
  percent: Percent.optional(),
  change: Change.optional(),
  names: Names.optional(),
}

/** Units that rose, kept or fell: how many, which, how many percent of the block, `change`: how many more than last year. */
export const Move = z.strictObject({ ...UNITS_SAID, most: Mover.optional() })
export type Move = z.infer<typeof Move>

/** `notCompared`: units without a comparable predecessor. */
export const Moves = z.strictObject({
  rose: Move.optional(),
  kept: Move.optional(),
  fell: Move.optional(),
  notCompared: Move.omit({ most: true, change: true }).optional(),
})
export type Moves = z.infer<typeof Moves>

const AROUND_MEAN = {
  unitsAboveMean: Count.optional(),
  unitsAtMean: Count.optional(),
  unitsBelowMean: Count.optional(),
}
const EXTREMES = { highest: Extreme.optional(), lowest: Extreme.optional() }
const MOVED = { rose: Count.optional(), kept: Count.optional(), fell: Count.optional() }

export const SurveyFigures = z.strictObject({
  max: Points.optional(),
  mean: Points.optional(),
  meanPercent: Percent.optional(),
  ...AROUND_MEAN,
  ...EXTREMES,
})

/** `classA`… hold how many units have the class; other codes stand in `block.classes`. `rose`, `fell`: in points. */
export const IndexFigures = z.strictObject({
  mean: Points.optional(),
  meanElsewhere: Points.optional().describe('The same mean where the report prints it again'),
  changeOnYear: Decimal.optional().describe("The mean less last year's"),
  ...EXTREMES,
  gap: Points.optional(),
  gapChange: Decimal.optional().describe("The gap less last year's; negative: it narrowed"),
  ...AROUND_MEAN,
  classA: Count.optional(),
  classB: Count.optional(),
  classC: Count.optional(),
  classD: Count.optional(),
  ...MOVED,
})

export const DomainFigures = z.strictObject({
  code: z.union([z.int().min(0).max(1_000), Code]),
  name: Name.optional(),
  max: Points.optional(),
  mean: Points.optional(),
  meanPercent: Percent.optional(),
  criteria: Count.optional(),
  componentCriteria: Count.optional(),
  ...EXTREMES,
})
export type DomainFigures = z.infer<typeof DomainFigures>

/** A row of the overall table. `change`: points less last year's; `rankChange`: places won, negative: lost. */
export const UnitFigures = z.strictObject({
  code: Code,
  name: Name.optional(),
  points: Points.optional(),
  appraised: Points.optional(),
  survey: Points.optional().describe('The whole survey component of the index'),
  rank: Rank.optional(),
  class: Code.optional(),
  pastPoints: Points.optional(),
  pastRank: Rank.optional(),
  pastClass: Code.optional(),
  change: Decimal.optional(),
  rankChange: Change.optional(),
  domains: z.record(Code, Points).optional().describe('Domain code → points'),
})
export type UnitFigures = z.infer<typeof UnitFigures>

/** Units of one class. `change`: how many more than last year. */
export const ClassFigures = z.strictObject({ code: Code, ...UNITS_SAID })
export type ClassFigures = z.infer<typeof ClassFigures>

/** What the report says of last year in this block. */
const PastFigures = z.strictObject({
  units: UnitCount.optional(),
  mean: Points.optional(),
  gap: Points.optional(),
  classes: z
    .array(z.strictObject({ code: Code, count: Count }))
    .max(20)
    .optional(),
  rankMoves: z.strictObject(MOVED).optional(),
})

export const BlockFigures = z.strictObject({
  code: Code,
  name: Name.optional(),
  unitCount: UnitCount.optional(),
  /** Units may share a rank, this year or last. A report that says nothing of it has no shared ranks. */
  sharedRanks: z.boolean().optional(),
  /** Ranks after a shared one go on without a gap (1, 1, 2). */
  denseRanks: z.boolean().optional(),
  criteria: Count.optional(),
  componentCriteria: Count.optional(),
  respondentGroups: Names.optional(),
  survey: SurveyFigures.optional(),
  index: IndexFigures.optional(),
  classes: z.array(ClassFigures).max(20).optional(),
  domains: z.array(DomainFigures).max(100).optional(),
  units: z.array(UnitFigures).max(1_000).optional(),
  rankMoves: Moves.optional(),
  pointMoves: Moves.optional(),
  past: PastFigures.optional(),
})
export type BlockFigures = z.infer<typeof BlockFigures>

/** `after`: the `what` of documents and steps that this one builds on, so that it can't be dated before them. */
export const DocumentFigures = z.strictObject({
  what: Name,
  number: z.string().max(100).optional(),
  date: Day.optional(),
  after: Names.max(50).optional(),
})
export type DocumentFigures = z.infer<typeof DocumentFigures>

const StepFigures = z.strictObject({
  what: Name,
  date: Day.optional(),
  from: Day.optional(),
  to: Day.optional(),
  after: Names.max(50).optional(),
})

export const PublishedFigures = z.strictObject({
  source: z.string().max(1_000).optional(),
  campaign: z.strictObject({
    code: Code,
    title: Name.optional(),
    year: z.int().min(2000).max(2100),
    ballotsIssued: Count.optional(),
    ballotsReturned: Count.optional(),
    ballotsValid: Count.optional(),
    returnedPercent: Percent.optional().describe('Of those issued'),
    validPercent: Percent.optional().describe('Of those returned'),
    channels: Names.optional(),
  }),
  scale: z.strictObject({ total: Points, appraisal: Points.optional(), survey: Points.optional() }).optional(),
  /** From the best down; `from` and `below` in points, left out at the ends. */
  classes: z
    .array(z.strictObject({ code: Code, name: Name.optional(), from: Points.optional(), below: Points.optional() }))
    .max(20)
    .optional(),
  blocks: z.array(BlockFigures).min(1).max(20),
  documents: z.array(DocumentFigures).max(200).optional(),
  steps: z.array(StepFigures).max(200).optional(),
})
export type PublishedFigures = z.infer<typeof PublishedFigures>

/** A range (an open end is null), or the values that could stand there; none: nothing could. */
export const Possible = z.union([
  z.object({ from: z.number().nullable(), to: z.number().nullable() }),
  z.object({ dates: z.object({ from: z.string().nullable(), to: z.string().nullable() }) }),
  z.object({ oneOf: z.array(z.union([z.number(), z.string()])) }),
])
export type Possible = z.infer<typeof Possible>

/**
 * One printed figure that can't be right, or not together with the figures at the places in `against`. `place` and
 * `against` as `blocks[so].domains[7].mean`; `message` in Vietnamese.
 */
export const Finding = z.object({
  rule: z.string(),
  place: z.string(),
  against: z.array(z.string()),
  printed: z.union([z.number(), z.string(), z.array(z.string())]),
  possible: Possible,
  message: z.string(),
})
export type Finding = z.infer<typeof Finding>

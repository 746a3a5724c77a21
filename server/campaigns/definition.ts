/**
 * A campaign's definition: everything that differs from province to province and year to year, as data from
 * `surveys/<slug>/`. Pure: no files, no clock. Maxima, shares and weights are decimal strings ("17.5"), because a JSON
 * number is a float and points must be exact (domain/README "Turning answers into points").
 */
import { z } from 'zod'

export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/)
const Name = z.string().trim().min(1).max(300)
export const DecimalText = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/)

export const Level = z.strictObject({ value: Code, name: Name, share: DecimalText })
export type Level = z.infer<typeof Level>

export const Unit = z.strictObject({
  code: Code,
  name: Name,
  aliases: z.array(Name).optional(),
  /**
   * Codes of last year's units that this one continues. Left out: the unit of the same code. One: that unit. None or
   * several: not comparable, and so is a unit that two of this year's units name.
   */
  predecessors: z.array(z.string()).optional(),
})
export type Unit = z.infer<typeof Unit>

/** `questionnaire` names the file the group answers; `weight` is used when the block's weighting is "fixed". */
export const Group = z.strictObject({
  code: Code,
  name: Name,
  aliases: z.array(Name).optional(),
  questionnaire: Code,
  weight: DecimalText.optional(),
})
export type Group = z.infer<typeof Group>

export const Source = z.strictObject({
  code: Code,
  name: Name,
  origin: z.enum(['survey', 'imported']),
  max: DecimalText,
})
export type Source = z.infer<typeof Source>

export const Domain = z.strictObject({ code: Code, name: Name })

/** `question` is the SurveyJS question name that scores the criterion; criteria of an imported source have none. */
export const Criterion = z.strictObject({
  code: Code,
  name: Name,
  domain: Code,
  source: Code,
  max: DecimalText,
  question: z.string().optional(),
})
export type Criterion = z.infer<typeof Criterion>

/**
 * One entry of the criteria set of the whole index: a criterion, or one of its component criteria. `from`: the survey's
 * criterion (above) whose points it takes; without it the points are appraised.
 */
const SetEntry = z.strictObject({ code: Code, name: Name, max: DecimalText, from: Code.optional() })

/** Criterion of the index (tiêu chí), with its component criteria (tiêu chí thành phần) if it has any; then `from` stands on those. */
export const SetCriterion = SetEntry.extend({ domain: Code, parts: z.array(SetEntry).min(1).max(50).optional() })
export type SetCriterion = z.infer<typeof SetCriterion>

/** SurveyJS JSON as authored; what may stand in it is judged by validate-definition.ts and by survey-core. */
export const Questionnaire = z.record(z.string(), z.unknown())
export type Questionnaire = z.infer<typeof Questionnaire>

export const Block = z.strictObject({
  code: Code,
  name: Name,
  weighting: z.enum(['pooled', 'fixed']),
  units: z.array(Unit).min(1).max(500),
  groups: z.array(Group).min(1).max(50),
  sources: z.array(Source).min(1).max(10),
  domains: z.array(Domain).min(1).max(30),
  criteria: z.array(Criterion).min(1).max(300),
  questionnaires: z.record(Code, Questionnaire),
  /** The criteria of all the index's points; there exactly when the definition has `index`. */
  criteriaSet: z.array(SetCriterion).min(1).max(300).optional(),
})
export type Block = z.infer<typeof Block>

/** A class of units: those whose published points are at least `from`. From the best down; the last begins at 0. */
export const ClassBound = z.strictObject({ code: Code, name: Name, from: DecimalText })
export type ClassBound = z.infer<typeof ClassBound>

/**
 * Units of equal published points: `same-rank` 1, 1, 3; `same-rank-dense` 1, 1, 2; `higher-survey` the one with more
 * survey points stands before the other, and where those are equal too they share the rank (1, 1, 3).
 */
export const TieRule = z.enum(['same-rank', 'same-rank-dense', 'higher-survey'])
export type TieRule = z.infer<typeof TieRule>

/** How the index of `total` points is made; `surveyMax` of them are the survey's, the rest is appraised. */
export const IndexRules = z.strictObject({
  total: DecimalText,
  ties: TieRule,
  classes: z.array(ClassBound).min(1).max(10),
})
export type IndexRules = z.infer<typeof IndexRules>

export const LAST_YEAR = 2100

export const Definition = z.strictObject({
  slug: Code,
  title: Name,
  year: z.int().min(2000).max(LAST_YEAR),
  organizer: z.strictObject({ name: Name, phone: z.string(), email: z.string() }),
  surveyMax: DecimalText,
  minimumCell: z.int().min(3).max(50),
  notice: z.strictObject({ version: Code, text: z.string().min(50).max(10_000) }),
  levels: z.array(Level).min(2).max(10),
  noOpinion: z.strictObject({ value: Code, name: Name }),
  blocks: z.array(Block).min(1).max(20),
  /** Left out: the campaign hands over survey points and knows no index. */
  index: IndexRules.optional(),
})
export type Definition = z.infer<typeof Definition>

/** One thing in a definition that does not add up: where, and what to mend, in Vietnamese. */
export type DefinitionProblem = { path: string; problem: string }

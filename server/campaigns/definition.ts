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
})
export type Block = z.infer<typeof Block>

export const Definition = z.strictObject({
  slug: Code,
  title: Name,
  year: z.int().min(2000).max(2100),
  organizer: z.strictObject({ name: Name, phone: z.string(), email: z.string() }),
  surveyMax: DecimalText,
  minimumCell: z.int().min(3).max(50),
  notice: z.strictObject({ version: Code, text: z.string().min(50).max(10_000) }),
  levels: z.array(Level).min(2).max(10),
  noOpinion: z.strictObject({ value: Code, name: Name }),
  blocks: z.array(Block).min(1).max(20),
})
export type Definition = z.infer<typeof Definition>

/** One thing in a definition that does not add up: where, and what to mend, in Vietnamese. */
export type DefinitionProblem = { path: string; problem: string }

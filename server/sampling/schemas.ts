/** Shapes of drawing a sample from a full staff list (docs/sampling.md). Decimals are strings: a JSON number is a float. */
import { z } from 'zod'
import { Flag } from '../http/is-set.ts'

const Code = z.string().max(64)
const Count = z.int().nonnegative()
const isPositive = (text: string) => /[1-9]/.test(text)

/** Bounds of every stratum's size, and the groups of which everybody is taken whatever the formula says. */
const BOUNDS = {
  /** Never fewer than this, or than there are; the campaign's minimum cell when absent. */
  atLeast: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional(),
  /** Never more than this. */
  atMost: z
    .string()
    .regex(/^\d{1,5}$/)
    .refine(isPositive)
    .optional(),
  /** Codes of groups, separated by commas. */
  whole: z
    .string()
    .max(2_000)
    .regex(/^[A-Za-z0-9._-]+(,[A-Za-z0-9._-]+)*$/)
    .optional(),
}

const isInOrder = ({ atLeast = '0', atMost }: { atLeast?: string | undefined; atMost?: string | undefined }) =>
  atMost === undefined || Number(atLeast) <= Number(atMost)

export const SampleMethod = z
  .discriminatedUnion('kind', [
    /** n = ⌈N / (1 + N·e²)⌉; e as "0.05". */
    z.strictObject({
      kind: z.literal('margin'),
      e: z
        .string()
        .regex(/^0\.\d{1,6}$/)
        .refine(isPositive)
        .refine((e) => Number(e) <= 0.5),
      ...BOUNDS,
    }),
    /** n = ⌈N·percent/100⌉; percent as "12.5". */
    z.strictObject({
      kind: z.literal('share'),
      percent: z
        .string()
        .regex(/^\d{1,3}(\.\d{1,4})?$/)
        .refine(isPositive)
        .refine((percent) => Number(percent) <= 100),
      ...BOUNDS,
    }),
    z.strictObject({ kind: z.literal('everybody') }),
  ])
  .refine((method) => method.kind === 'everybody' || isInOrder(method), { path: ['atMost'] })
export type SampleMethod = z.infer<typeof SampleMethod>

/** What a shell and a spreadsheet can both be given unchanged. */
export const Seed = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._:-]{0,99}$/)

export const CampaignParams = z.object({ code: Code })
export const SampleParams = z.object({ code: Code, id: Code })
/** `roster`: what becomes of the people on the roster already; without it a roster that is not empty refuses the draw. */
export const SampleQuery = z.object({ dryRun: Flag, partial: Flag, roster: z.enum(['replace', 'add']).optional() })

export const SizesBody = z.strictObject({
  method: SampleMethod,
  strata: z.array(z.strictObject({ unit: Code, group: Code, staff: Count.max(1_000_000) })).max(20_000),
})
export type SizesBody = z.infer<typeof SizesBody>

/** `staff`: members in the full list; `drawn`: how many of them. */
export const StratumView = z.object({ unit: z.string(), group: z.string(), staff: Count, drawn: Count })
export type StratumView = z.infer<typeof StratumView>

export const SizesView = z.object({ strata: z.array(StratumView) })
export type SizesView = z.infer<typeof SizesView>

/** Names by code, for whoever reads the strata. */
export const StratumNames = z.object({
  units: z.record(z.string(), z.string()),
  groups: z.record(z.string(), z.string()),
})
export type StratumNames = z.infer<typeof StratumNames>

const Refusal = z.object({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  value: z.string(),
  message: z.string(),
})

const SampleFacts = {
  method: z.record(z.string(), z.string()),
  seed: z.string(),
  fileHash: z.string(),
  drawDigest: z.string(),
  strata: z.array(StratumView),
}

export const SampleReport = z.object({
  /** Null in a dry run. */
  id: z.string().nullable(),
  ...SampleFacts,
  names: StratumNames,
  /** Rows of the file that are about someone, and the people they make. */
  rows: Count,
  people: Count,
  /** Different people among the drawn: somebody may be drawn in several strata. */
  drawnPeople: Count,
  rejectedRows: Count,
  /** The first thousand. */
  rejected: z.array(Refusal),
  duplicates: Count,
  /** On the roster before the draw. */
  roster: z.object({ respondents: Count, invitations: Count }),
  /** True when this very draw had been made before: nothing was written. */
  repeated: z.boolean(),
})
export type SampleReport = z.infer<typeof SampleReport>

export const SampleView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  ...SampleFacts,
})
export type SampleView = z.infer<typeof SampleView>
export const SamplesView = z.array(SampleView)

export const RepeatView = z.object({
  /** The same people in the same strata. */
  same: z.boolean(),
  sameFile: z.boolean(),
  names: StratumNames,
  fileHash: z.string(),
  drawDigest: z.string(),
  /** Where the file now counts or draws otherwise than then. */
  differences: z.array(
    z.object({
      unit: z.string(),
      group: z.string(),
      recorded: z.object({ staff: Count, drawn: Count }).nullable(),
      found: z.object({ staff: Count, drawn: Count }).nullable(),
    }),
  ),
})
export type RepeatView = z.infer<typeof RepeatView>

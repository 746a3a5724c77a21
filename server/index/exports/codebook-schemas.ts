/** What the columns of the microdata mean, for programs (codebook.json) and, written as syntax, for SPSS and PSPP. */
import { z } from 'zod'

const Value = z.object({
  label: z.string(),
  share: z.string().optional().describe('Share h of the maximum, a decimal'),
})

/** `text`: of at most `bytes` bytes of ASCII; `number`: small integers, empty where nobody of the row's cell was asked. */
export const CodebookVariable = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'number']),
  bytes: z.int().nullable(),
  values: z.array(Value.extend({ code: z.union([z.string(), z.int()]), missing: z.literal(true).optional() })),
  block: z.string().nullable(),
  criterion: z.string().nullable(),
  domain: z.string().nullable(),
  question: z.string().nullable(),
})
export type CodebookVariable = z.infer<typeof CodebookVariable>

export const CodebookView = z.object({
  campaign: z.string(),
  title: z.string(),
  year: z.int(),
  minimumCell: z.int().describe('k: no cell of rows is smaller'),
  scoresDigest: z.string().describe('Digest of the final scores that the same responses make'),
  rows: z.int(),
  dataDigest: z.string().describe('SHA-256 of the bytes of microdata.csv, base64url'),
  variables: z.array(CodebookVariable),
  cells: z
    .array(z.object({ block: z.string(), unit: z.string(), group: z.string(), rows: z.int() }))
    .describe('How many rows each cell has'),
  notes: z.array(z.string()),
})
export type Codebook = z.infer<typeof CodebookView>

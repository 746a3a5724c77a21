/**
 * The yearly report as data, before it becomes .docx, .xlsx or a page. A paragraph is runs of plain text and figures; each
 * figure says what it is made of, so that a reader can go from a printed number to the stored values behind it.
 */
import { z } from 'zod'
import { CodeParams } from '../../scoring/schemas.ts'
import { NAMED } from '../schema-parts.ts'

/** Where a figure comes from. `formula` in words of the field with numbers; `table`/`unit` lead to the row that holds it. */
export const FigureSource = z.object({
  path: z.string().describe('Place in the index document, for example blocks[so].units[SNV].domains[1]'),
  formula: z.string().describe('How it was made, in Vietnamese, with its numbers'),
  table: z.string().nullable().describe('Biểu số that shows it'),
  units: z.array(z.string()).describe('Codes of the units that it is about'),
})
export type FigureSource = z.infer<typeof FigureSource>

/** `text` exactly as printed ("89,05"); `value` what was printed, unrounded values never. */
export const Figure = z.object({ text: z.string(), value: z.union([z.number(), z.string()]), source: FigureSource })
export type Figure = z.infer<typeof Figure>

const Style = z.enum(['plain', 'bold', 'italic']).optional()

export const Run = z.union([z.object({ text: z.string(), style: Style }), z.object({ figure: Figure, style: Style })])
export type Run = z.infer<typeof Run>

/** One paragraph or heading. `item`: level 1 begins with "-", level 2 with "+". `field`: written by officers; `written` false while it holds only the hint of what to write. */
export const ReportPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(4), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(Run) }),
  z.object({ kind: z.literal('item'), level: z.union([z.literal(1), z.literal(2)]), runs: z.array(Run) }),
  z.object({
    kind: z.literal('field'),
    field: z.string(),
    title: z.string(),
    hint: z.string(),
    text: z.string(),
    written: z.boolean(),
  }),
])
export type ReportPart = z.infer<typeof ReportPart>

const ColumnKey = z.string()

/**
 * How a sheet makes a column's cells again from the other cells; it is written as a formula where it gives what is
 * published, and as a plain value elsewhere. All names are keys of columns; the tie rule and the bounds of the classes are
 * those of the index.
 */
export const ColumnFormula = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('rank'),
    of: ColumnKey,
    survey: ColumnKey.optional().describe('For ties by survey points'),
  }),
  z.object({ by: z.literal('class'), of: ColumnKey }),
  z.object({ by: z.literal('difference'), of: ColumnKey, less: ColumnKey }),
  z.object({ by: z.literal('sum'), of: z.array(ColumnKey) }),
  z.object({ by: z.literal('mean'), of: z.array(ColumnKey) }),
  z.object({ by: z.literal('percent'), of: ColumnKey, whole: z.union([ColumnKey, z.number()]) }),
])
export type ColumnFormula = z.infer<typeof ColumnFormula>

/** `points`: two decimals at most. `width`: in characters. */
export const ReportColumn = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(['number', 'text', 'points', 'count', 'percent', 'change', 'rank']),
  width: z.int(),
  formula: ColumnFormula.optional(),
})
export type ReportColumn = z.infer<typeof ReportColumn>

/** `exact`: the unrounded value with up to 15 digits, for sheets that sum; `sum`: keys of the columns this cell adds up. */
export const ReportCell = z.object({
  value: z.union([z.number(), z.string(), z.null()]),
  text: z.string(),
  exact: z.number().optional(),
  sum: z.array(z.string()).optional(),
})
export type ReportCell = z.infer<typeof ReportCell>

export const ReportRow = z.object({
  key: z.string().describe('Unique in its table'),
  kind: z.enum(['unit', 'criterion', 'component', 'domain', 'total', 'mean', 'note']),
  unit: z.string().nullable(),
  cells: z.record(z.string(), ReportCell),
})
export type ReportRow = z.infer<typeof ReportRow>

export const ReportTable = z.object({
  code: z.string().describe('"1" … "11", "1a" … "11a"'),
  block: z.string(),
  title: z.string(),
  columns: z.array(ReportColumn),
  rows: z.array(ReportRow),
  notes: z.array(z.string()),
  /** On paper a table wider than a page is cut into parts: the first `repeat` columns in each, then `perPart` of the others. */
  print: z.object({ repeat: z.int(), perPart: z.int() }).nullable(),
})
export type ReportTable = z.infer<typeof ReportTable>

/** Bars of one block: units and their points, or domains and their share of the maximum. */
export const ReportChart = z.object({
  code: z.string(),
  block: z.string(),
  title: z.string(),
  kind: z.enum(['bars', 'change', 'domains']),
  unit: z.enum(['điểm', '%', 'bậc']),
  max: z.number().nullable(),
  bars: z.array(
    z.object({
      ...NAMED,
      value: z.number(),
      past: z.number().nullable(),
      class: z.string().nullable(),
    }),
  ),
})
export type ReportChart = z.infer<typeof ReportChart>

export const ReportView = z.object({
  campaign: z.string(),
  title: z.string(),
  subtitle: z.string(),
  authority: z.string(),
  superior: z.string(),
  place: z.string(),
  date: z.string().describe('As printed: "Hà Nội, ngày … tháng … năm 2025"'),
  number: z.string().describe('As printed: "Số:       /BC-SNV"'),
  signOff: z.object({
    /** Lines above the signature: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC". */
    position: z.array(z.string()),
    name: z.string(),
    recipients: z.array(z.string()).describe('Nơi nhận, a line each with its punctuation'),
  }),
  provisional: z.boolean(),
  indexDigest: z.string(),
  inputDigest: z.string().describe('Digest of index and narratives together: the same gives the same bytes'),
  parts: z.array(ReportPart),
  tables: z.array(ReportTable),
  charts: z.array(ReportChart),
})
export type ReportDocument = z.infer<typeof ReportView>

const Text = z.string()

/** What an officer typed, and the version of the field that they saw; 0 for a field never written. */
export const FieldBody = z.strictObject({ text: z.string().max(60_000), version: z.int().min(0) })
export const FieldParams = CodeParams.extend({ field: z.string().min(1).max(64) })

/** `text` as it is kept. */
export const FieldSaved = z.object({ field: z.string(), version: z.int(), text: Text })

const FieldHead = z.object({
  field: z.string(),
  title: z.string(),
  hint: z.string(),
  kind: z.enum(['text', 'line', 'lines', 'json']),
  text: Text,
  version: z.int(),
})
export const FieldsView = z.object({
  fields: z.array(FieldHead.extend({ by: z.string().nullable(), at: z.iso.datetime().nullable() })),
})
export const FieldVersionsView = FieldHead.extend({
  versions: z.array(z.object({ version: z.int(), text: Text, by: z.string(), at: z.iso.datetime() })),
})

/** What several shapes of the index have in common. Spread into them, so that each keeps its own order of fields. */
import { z } from 'zod'
import { Count } from '../scoring/schemas.ts'

/** Of a unit, criterion, domain, source, group or class. */
export const NAMED = { code: z.string(), name: z.string() }

/** Why somebody brings something in: kept with the version and in the audit. */
export const Reason = z.string().trim().min(3).max(500)

/** A flag of a query, read by http/is-set.ts. */
export const Flag = z.string().max(10).optional()

/** When a version came in, and who brought it: `on` the day in Viet Nam, `at` the moment. */
export const BROUGHT = { on: z.string(), at: z.iso.datetime(), actor: z.string() }

/** How many units rose, kept or fell. */
export const MOVED = { rose: Count, kept: Count, fell: Count }

/** Where in an uploaded file something is wrong; all null where there was none. */
export const PLACE = {
  sheet: z.string().nullable().describe("The sheet's name; null in .csv and JSON"),
  row: z.int().nullable().describe("The spreadsheet's own row number"),
  column: z
    .string()
    .nullable()
    .describe("The spreadsheet's own letters of the column, and its heading: “F · Sở Nội vụ”"),
}

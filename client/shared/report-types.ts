/** What the calls of the yearly report answer: the types of the server's own schemas, under the names that the screens use. Types only. */
import type { z } from 'zod'
import type {
  FieldSaved,
  FieldsView as FieldsSchema,
  FieldVersionsView as FieldVersionsSchema,
  ReportDocument,
  Run as RunSchema,
} from '../../server/index/report/schemas.ts'

export type {
  Figure,
  ReportChart,
  ReportColumn,
  ReportDocument,
  ReportRow,
  ReportTable,
} from '../../server/index/report/schemas.ts'

export type FieldsView = z.infer<typeof FieldsSchema>
export type ReportField = FieldsView['fields'][number]
export type FieldVersions = z.infer<typeof FieldVersionsSchema>
export type SavedField = z.infer<typeof FieldSaved>
export type ReportPart = ReportDocument['parts'][number]
export type ReportRun = z.infer<typeof RunSchema>

/** Names of the places in the report that one can go to, and the way there. Pure but for the jump. */
import type { ReportDocument, ReportTable } from '../../../shared/report-types.ts'

export const headingAnchor = (part: number): string => `chuong-${part}`
export const tableAnchor = (table: string): string => `bieu-${table}`
export const CHARTS_ANCHOR = 'bieu-do'

/** Brings a place to the top of the screen and the keyboard with it; nothing when it is not there. */
export function goTo(anchor: string): void {
  const place = document.getElementById(anchor)
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}

export type Place = { anchor: string; name: string; level: 1 | 2 }

/** Chapters and their sections, as the document has them. */
export const chaptersOf = ({ parts }: ReportDocument): Place[] =>
  parts.flatMap((part, at) =>
    part.kind === 'heading' && part.level <= 2
      ? [{ anchor: headingAnchor(at), name: part.text, level: part.level as 1 | 2 }]
      : [],
  )

/** Tables of each block, in the document's order. */
export function tablesByBlock({ tables }: ReportDocument): ReportTable[][] {
  return [...new Set(tables.map(({ block }) => block))].map((block) => tables.filter((table) => table.block === block))
}

type UnitPlace = { code: string; name: string; block: string }

/** Units of a figure with their names, as the tables have them; codes that no table knows are left out. */
export function unitsOf({ tables }: ReportDocument, codes: string[]): UnitPlace[] {
  const rows = tables.flatMap(({ block, rows }) =>
    rows.flatMap(({ unit, cells }) => (unit ? [{ code: unit, name: cells.name?.text ?? unit, block }] : [])),
  )
  const byCode = new Map(rows.toReversed().map((place) => [place.code, place]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

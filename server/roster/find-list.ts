/** Finds the list among the sheets of a file: by its headings, or as an officer says. Pure. */
import { errors } from '../errors.ts'
import { inFile, type Sheet, type SheetRow } from '../sheets/sheet.ts'
import type { ColumnKind } from './columns.ts'
import { findHeader, guessHeaderRow, type Header, headerAt, isHeadingRow, missingTitles } from './find-header.ts'
import type { ColumnChoice } from './schemas.ts'

export type List = { sheet: string; header: Header; body: SheetRow[] }

/** Throws several-rosters while it is open which sheet is meant, and header-missing when nothing looks like a list and no choice is given. */
export function findList(sheets: Sheet[], choice?: ColumnChoice): List {
  const asked = choice?.sheet === undefined ? undefined : sheets.find(({ name }) => name === choice.sheet)
  const found = (asked ? [asked] : sheets).flatMap((sheet) => {
    const header = findHeader(sheet.rows)
    return header ? [listUnder(sheet, header)] : []
  })
  const lists = found.filter(({ header }) => header.missing.length === 0)
  const filled = lists.filter(({ body }) => body.length > 0)
  if (filled.length > 1) {
    throw errors.severalRosters(filled.map(({ sheet }) => ({ path: sheet, problem: `Trang “${sheet}”` })))
  }
  const closest = found.sort((a, b) => a.header.missing.length - b.header.missing.length)[0]
  const list = filled[0] ?? lists[0] ?? closest
  if (!choice || sheets.every(({ rows }) => rows.length === 0)) {
    if (list) return list
    throw errors.headerMissing(inFile('Không có dòng nào giống dòng tiêu đề.'))
  }
  const sheet = asked ?? sheets.find(({ name }) => name === list?.sheet) ?? longest(sheets)
  return choose(sheet, list?.header, choice)
}

export function describeMissing({ row, missing }: Header): { path: string; problem: string }[] {
  return missing.map((title) => ({ path: 'header', problem: `Dòng ${row} thiếu cột “${title}”.` }))
}

const listUnder = (sheet: Sheet, header: Header): List => ({
  sheet: sheet.name,
  header,
  body: sheet.rows.slice(header.bodyStart).filter(({ cells }) => !isHeadingRow(cells)),
})

const longest = (sheets: Sheet[]): Sheet =>
  sheets.reduce((best, sheet) => (sheet.rows.length > best.rows.length ? sheet : best), sheets[0] ?? EMPTY)
const EMPTY: Sheet = { name: '', rows: [] }

/** The header that was found, in the row and with the columns that the officer says. */
function choose(sheet: Sheet, found: Header | undefined, { row, columns = {} }: ColumnChoice): List {
  const at = row ?? found?.row ?? guessHeaderRow(sheet.rows)
  const header = found?.row === at ? found : headerAt(sheet.rows, at)
  const chosen = { ...header.columns }
  for (const [place, kind] of Object.entries(columns)) {
    const column = Number(place)
    for (const taken of Object.keys(chosen) as ColumnKind[]) if (chosen[taken] === column) delete chosen[taken]
    if (kind) chosen[kind] = column
  }
  const sameName = chosen.name !== undefined && chosen.name === header.columns.name
  const used = new Set(Object.values(chosen))
  const nameTail = sameName && !used.has(header.nameTail ?? -1) ? header.nameTail : undefined
  const ignored = header.ignored.filter(({ title }) => !used.has(header.titles.indexOf(title)))
  const { nameTail: _, ...rest } = header
  return listUnder(sheet, {
    ...rest,
    ...(nameTail === undefined ? {} : { nameTail }),
    columns: chosen,
    ignored,
    missing: missingTitles(chosen),
  })
}

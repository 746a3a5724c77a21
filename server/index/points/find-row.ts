/**
 * Which row of the criteria set a line of a file means, by code and name. Spreadsheets spoil codes ("1.10" becomes 1.1,
 * "1.1.1" a date), so a name that contradicts its code is never passed over. Pure.
 */
import { headingKey } from '../../sheets/heading-key.ts'
import { nameKey, nameKeys } from '../../sheets/name-key.ts'
import { readDecimal } from '../../sheets/read-decimal.ts'
import type { PlannedRow } from './plan-points.ts'

/** `clash`: the row that the name means, where the code means another; `several`: both could be meant. */
export type FoundRow = { row: PlannedRow } | { row: null; clash: PlannedRow | null; several: boolean }
export type RowFinder = (code: string, name: string) => FoundRow

const TOTALS = new Set(['tong', 'tongcong', 'tongdiem', 'tongso', 'tongsodiem', 'tongcongdiem', 'cong', 'total'])

export function createRowFinder(rows: PlannedRow[]): RowFinder {
  const byCode = Map.groupBy(
    rows.flatMap((row) => row.codes.map((code) => ({ key: codeKey(code), row }))),
    ({ key }) => key,
  )
  const byName = Map.groupBy(rows, ({ name }) => nameKey(name))
  const total = rows.find(({ level }) => level === 'total')
  const named = (name: string): PlannedRow[] => [...new Set(nameKeys(name).flatMap((key) => byName.get(key) ?? []))]
  const coded = (code: string): PlannedRow[] => (byCode.get(codeKey(code)) ?? []).map(({ row }) => row)

  const find: RowFinder = (code, name) => {
    const [rowsOfCode, rowsOfName] = [code === '' ? [] : coded(code), name === '' ? [] : named(name)]
    const both = rowsOfCode.filter((row) => rowsOfName.includes(row))
    if (both[0]) return { row: both[0] }
    if (rowsOfName.length > 0 && rowsOfCode.length > 0) {
      const mended = coded(`${code}0`).find((row) => rowsOfName.includes(row))
      return mended ? { row: mended } : { row: null, clash: rowsOfName[0]!, several: false }
    }
    const found = rowsOfCode.length > 0 ? rowsOfCode : rowsOfName
    if (found.length > 1) return { row: null, clash: null, several: true }
    if (found[0]) return { row: found[0] }
    const isTotal = [code, name].some((text) => TOTALS.has(headingKey(text)))
    return total && isTotal ? { row: total } : { row: null, clash: null, several: false }
  }
  const known = new Map<string, FoundRow>()
  return (code, name) => {
    const key = JSON.stringify([code, name])
    const answer = known.get(key) ?? find(code, name)
    known.set(key, answer)
    return answer
  }
}

/** "1.1." and "1.1" are one code, and so are 1.1 and what an .xlsx holds of it, 1.1000000000000001. */
function codeKey(code: string): string {
  const text = code
    .trim()
    .replace(/[.)]+$/, '')
    .replaceAll(' ', '')
    .toLowerCase()
  if (!/^\d+[.,]\d{10,}$/.test(text)) return text
  const number = readDecimal(text)
  return 'text' in number ? number.text : text
}

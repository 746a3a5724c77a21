/** Cells of a sheet as XML. ECMA-376 part 1, 18.3.1.4. */
import { looksLikeFormula } from '../../../sheets/cell-rules.ts'
import { escapeMarkup } from './markup-text.ts'
import type { Look, Looks } from './xlsx-styles.ts'

/** A value, or a formula (without "=") with the value that it gives. */
export type SheetCell = { value: number | string | null; formula?: string; look?: Look }

/** One row; its cells stand from column A on. `height` in points. */
export function writeRow(number: number, cells: SheetCell[], looks: Looks, names: string[], height?: number): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  return `<row r="${number}"${tall}>${cells.map((cell, at) => writeCell(`${names[at]!}${number}`, cell, looks)).join('')}</row>`
}

function writeCell(place: string, { value, formula, look = {} }: SheetCell, looks: Looks): string {
  const text = typeof value === 'string' && !formula
  const style = looks.id(text && looksLikeFormula(value) ? { ...look, quoted: true } : look)
  const head = `<c r="${place}" s="${style}"`
  if (value === null || value === '') return `${head}/>`
  if (formula) {
    const kind = typeof value === 'string' ? ' t="str"' : ''
    return `${head}${kind}><f>${escapeMarkup(formula)}</f><v>${escapeMarkup(String(value))}</v></c>`
  }
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(value)}</t></is></c>`
}

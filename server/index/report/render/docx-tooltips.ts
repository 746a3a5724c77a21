/**
 * What a reader sees when resting on a figure: how it was made. The docx library writes no tooltips, so each link carries a
 * mark in its target that settle-docx.ts turns into one; no cleaned text can hold the mark's sign (markup-text.ts).
 * ECMA-376 part 1, 17.16.22 (w:tooltip; Word shows 260 characters).
 */
import type { FigureSource } from '../schemas.ts'
import { escapeMarkup } from './markup-text.ts'

const LONGEST = 255
const MARK = '\ufffe'

export type Tooltips = { add: (anchor: string, source: FigureSource) => string; settle: (xml: string) => string }

export function collectTooltips(): Tooltips {
  const texts: string[] = []
  return {
    add(anchor, { formula, table }) {
      texts.push(shorten(table === null ? formula : `${formula} (Biểu số ${table})`))
      return `${anchor}${MARK}${texts.length - 1}`
    },
    settle: (xml) =>
      xml.replace(
        new RegExp(`w:anchor="(\\w+)${MARK}(\\d+)"`, 'g'),
        (_, anchor, at) => `w:anchor="${anchor}" w:tooltip="${escapeMarkup(texts[Number(at)]!)}"`,
      ),
  }
}

const shorten = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`)

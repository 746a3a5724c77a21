/** How wide a column's contents are, at one point of type; every other size is a multiple. Pure. */
import type { ReportTable } from '../schemas.ts'
import { textWidth } from './text-width.ts'

/** `figure`: the widest of what is no words; `word`: the longest that cannot be broken. */
export type Measure = { text: number; figure: number; word: number; heading: number; headingWord: number }

/** "+3,00", not "không so sánh được". */
export const isFigure = (text: string): boolean => !/\p{L}/u.test(text)

/** By the column's key. Bold is wider, and any row may be bold. */
export const measureColumns = (table: ReportTable): Map<string, Measure> =>
  new Map(
    table.columns.map(({ key, title }) => {
      const texts = [...new Set(table.rows.map((row) => row.cells[key]?.text ?? ''))]
      return [
        key,
        {
          text: widest(texts),
          figure: widest(texts.filter(isFigure)),
          word: widest(texts.flatMap((text) => text.split(/\s+/))),
          heading: widest([title]),
          headingWord: widest(title.split(/\s+/)),
        },
      ]
    }),
  )

const widest = (texts: string[]): number => texts.reduce((most, text) => Math.max(most, textWidth(text, 1, true)), 0)

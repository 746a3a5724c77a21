/** A mean, and the units above and below it, are those of the units' table where that prints every unit's points. */
import Fraction from 'fraction.js'
import { asPrinted, meets, printable, scaleBy, sumOf } from '../interval.ts'
import type { Remark, Rule } from '../rule.ts'
import { type UnitColumn, unitColumnsOf } from '../unit-columns.ts'
import { sayNumber, sayPossible } from '../words.ts'

export const meanOfUnits: Rule = {
  name: 'mean-of-units',
  examine: ({ blocks }) =>
    blocks
      .flatMap(unitColumnsOf)
      .filter(({ whole }) => whole)
      .flatMap((table) => [...examineMean(table), ...examineSides(table)]),
}

function examineMean({ column, rows, decimals }: UnitColumn): Remark[] {
  const sum = sumOf(rows.map(({ points }) => asPrinted(points, decimals)))
  const mean = scaleBy(sum, new Fraction(1, rows.length))
  const possible = printable(mean, column.meanDecimals)
  return column.means
    .filter(({ value }) => !meets(asPrinted(value, column.meanDecimals), mean))
    .map(({ value, place }) => ({
      place,
      against: [tableOf(rows)],
      printed: value,
      possible,
      message: `Điểm trung bình (${column.title}) in là ${sayNumber(value)}, nhưng bảng các đơn vị cho ${sayPossible(possible)}.`,
    }))
}

/** A unit that may lie on either side, by what it and the mean were rounded, may be counted on either. */
function examineSides({ column, rows, decimals }: UnitColumn): Remark[] {
  const [printedMean] = column.means
  if (!printedMean) return []
  const mean = asPrinted(printedMean.value, column.meanDecimals)
  const points = rows.map((row) => asPrinted(row.points, decimals))
  const over = points.filter(({ low }) => low.gt(mean.high)).length
  const under = points.filter(({ high }) => high.lt(mean.low)).length
  const sides = [
    { count: column.above, place: `${column.path}.unitsAboveMean`, word: 'trên', from: over, to: rows.length - under },
    { count: column.below, place: `${column.path}.unitsBelowMean`, word: 'dưới', from: under, to: rows.length - over },
    { count: column.at, place: `${column.path}.unitsAtMean`, word: 'bằng', from: 0, to: rows.length - over - under },
  ]
  return sides.flatMap(({ count, place, word, from, to }) => {
    if (count === undefined || (count >= from && count <= to)) return []
    const possible = { from, to }
    const message = `In là ${sayNumber(count)} đơn vị có điểm ${word} trung bình, nhưng bảng các đơn vị cho ${sayPossible(possible)}.`
    return [{ place, against: [printedMean.place, tableOf(rows)], printed: count, possible, message }]
  })
}

function tableOf(rows: UnitColumn['rows']): string {
  return rows[0]!.place.replace(`units[${rows[0]!.unit}]`, 'units[*]')
}

/**
 * A mean lies between the lowest and the highest, and the lowest is not above the highest. Rounding keeps order, so figures
 * with equally many decimals are compared as they stand; others as what they can have been.
 */
import { type Column, columnsOf, type PlacedValue } from '../columns.ts'
import { asPrinted, printable } from '../interval.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

export const meanBetween: Rule = {
  name: 'mean-between',
  examine: ({ blocks }) =>
    blocks.flatMap(columnsOf).flatMap((column) => {
      const crossed = judgeExtremes(column)
      return crossed.length > 0 ? crossed : column.means.flatMap((mean) => judgeMean(mean, column))
    }),
}

/** The printed means that the extremes leave, open where an extreme is not printed. */
export function meansLeft(column: Column): { from: number | null; to: number | null } {
  const { highest, lowest } = column
  return {
    from: lowest ? leftBy(lowest.points, column).from : null,
    to: highest ? leftBy(highest.points, column).to : null,
  }
}

function leftBy(points: number, { meanDecimals, extremeDecimals }: Column): { from: number; to: number } {
  if (meanDecimals === extremeDecimals) return { from: points, to: points }
  return printable(asPrinted(points, extremeDecimals), meanDecimals)
}

function judgeExtremes({ path, title, highest, lowest }: Column): Remark[] {
  if (!highest || !lowest || lowest.points <= highest.points) return []
  return [
    {
      place: `${path}.lowest.points`,
      against: [`${path}.highest.points`],
      printed: lowest.points,
      possible: { from: 0, to: highest.points },
      message: `Điểm thấp nhất (${title}) ${sayNumber(lowest.points)} lại cao hơn điểm cao nhất ${sayNumber(highest.points)}.`,
    },
  ]
}

function judgeMean({ value, place }: PlacedValue, column: Column): Remark[] {
  const possible = meansLeft(column)
  const { path, title, highest, lowest } = column
  const remark = (side: string, extreme: number, end: 'highest' | 'lowest'): Remark => ({
    place,
    against: [`${path}.${end}.points`],
    printed: value,
    possible,
    message: `Điểm trung bình (${title}) ${sayNumber(value)} ${side} ${sayNumber(extreme)}.`,
  })
  if (lowest && possible.from !== null && value < possible.from)
    return [remark('thấp hơn điểm thấp nhất', lowest.points, 'lowest')]
  if (highest && possible.to !== null && value > possible.to)
    return [remark('cao hơn điểm cao nhất', highest.points, 'highest')]
  return []
}

/** The highest and the lowest are those of the units' table, with the units that have them. */
import { asPrinted, meets, printable } from '../interval.ts'
import { type BlockContext, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import type { Extreme } from '../schemas.ts'
import { type UnitColumn, unitColumnsOf } from '../unit-columns.ts'
import { sayNumber } from '../words.ts'

export const extremesOfUnits: Rule = {
  name: 'extremes-of-units',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      unitColumnsOf(block).flatMap((table) =>
        (['highest', 'lowest'] as const).flatMap((end) => {
          const extreme = table.column[end]
          return extreme && table.rows.length > 0 ? examineEnd(end, extreme, table, block) : []
        }),
      ),
    ),
}

function examineEnd(end: 'highest' | 'lowest', extreme: Extreme, table: UnitColumn, block: BlockContext): Remark[] {
  const { column, rows, whole, decimals } = table
  const points = rows.map((row) => row.points)
  const reached = end === 'highest' ? Math.max(...points) : Math.min(...points)
  const holders = rows.filter((row) => row.points === reached)
  const printed = asPrinted(extreme.points, column.extremeDecimals)
  const known = asPrinted(reached, decimals)
  const isPassed = end === 'highest' ? known.low.gt(printed.high) : known.high.lt(printed.low)
  const word = end === 'highest' ? 'cao nhất' : 'thấp nhất'
  const place = `${column.path}.${end}`
  if (isPassed || (whole && !meets(known, printed)))
    return [
      {
        place: `${place}.points`,
        against: holders.map((row) => row.place),
        printed: extreme.points,
        possible: printable(known, column.extremeDecimals),
        message: `Điểm ${word} (${column.title}) in là ${sayNumber(extreme.points)}, nhưng bảng các đơn vị có ${sayNumber(reached)}.`,
      },
    ]
  return unitsNamed(extreme).flatMap((name): Remark[] => {
    const row = rows.find(({ unit }) => unit === block.unitOf(name))
    if (!row || meets(asPrinted(row.points, decimals), printed)) return []
    return [
      {
        place,
        against: [row.place],
        printed: name,
        possible: { oneOf: holders.map(({ unit }) => block.nameOf(unit)) },
        message: `“${name}” được nêu là ${word} (${column.title}), nhưng trong bảng có ${sayNumber(row.points)} điểm, không phải ${sayNumber(extreme.points)}.`,
      },
    ]
  })
}

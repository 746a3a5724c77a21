/** A figure that the report prints in two places is the same in both. */
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { MOVES } from '../unit-changes.ts'
import { sayNumber } from '../words.ts'

type Twin = { what: string; first: string; second: string; values: [number | undefined, number | undefined] }

export const printedTwice: Rule = {
  name: 'printed-twice',
  examine: ({ blocks }) => blocks.flatMap((block) => twinsOf(block).flatMap((twin) => judge(block.path, twin))),
}

function twinsOf({ figures: { index, classes = [], pointMoves } }: BlockContext): Twin[] {
  return [
    {
      what: 'Điểm trung bình',
      first: 'index.mean',
      second: 'index.meanElsewhere',
      values: [index?.mean, index?.meanElsewhere],
    },
    ...MOVES.map(
      (move): Twin => ({
        what: 'Số đơn vị',
        first: `index.${move}`,
        second: `pointMoves.${move}.count`,
        values: [index?.[move], pointMoves?.[move]?.count],
      }),
    ),
    ...(['A', 'B', 'C', 'D'] as const).map(
      (code): Twin => ({
        what: `Số đơn vị loại ${code}`,
        first: `index.class${code}`,
        second: `classes[${code}].count`,
        values: [index?.[`class${code}`], classes.find((entry) => entry.code === code)?.count],
      }),
    ),
  ]
}

function judge(path: string, { what, first, second, values: [one, other] }: Twin): Remark[] {
  if (one === undefined || other === undefined || one === other) return []
  return [
    {
      place: `${path}.${second}`,
      against: [`${path}.${first}`],
      printed: other,
      possible: { oneOf: [one] },
      message: `${what} in ở một chỗ là ${sayNumber(one)}, ở chỗ khác là ${sayNumber(other)}.`,
    },
  ]
}

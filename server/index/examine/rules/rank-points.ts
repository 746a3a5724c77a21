/**
 * Ranks follow the points: more points, better rank; the same rank, the same points. They begin at 1, and after a shared rank
 * they leave a gap (1, 1, 3), or none where the report counts so (1, 1, 2). The highest unit is first, the lowest last.
 */
import { type BlockContext, codesNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

type Ranked = { code: string; rank: number; points: number | undefined }

export const rankPoints: Rule = {
  name: 'rank-points',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => {
      const rows = rankedOf(block)
      return [...examineOrder(rows, block), ...examineSequence(rows, block), ...examineEnds(rows, block)]
    }),
}

function rankedOf({ figures: { units = [] } }: BlockContext): Ranked[] {
  const rows = units.flatMap(({ code, rank, points }) => (rank === undefined ? [] : [{ code, rank, points }]))
  return rows.toSorted((a, b) => a.rank - b.rank || (b.points ?? 0) - (a.points ?? 0))
}

/** Rounding keeps order, so printed points that differ were in that order before they were rounded. */
function examineOrder(rows: Ranked[], { path, nameOf }: BlockContext): Remark[] {
  const scored = rows.filter(({ points }) => points !== undefined)
  return scored.slice(1).flatMap((row, position): Remark[] => {
    const before = scored[position]!
    const isShared = before.rank === row.rank
    if (isShared ? before.points === row.points : before.points! >= row.points!) return []
    const against = [
      `${path}.units[${row.code}].points`,
      `${path}.units[${before.code}].points`,
      `${path}.units[${before.code}].rank`,
    ]
    const said = isShared ? 'cùng bậc với' : 'đứng sau'
    return [
      {
        place: `${path}.units[${row.code}].rank`,
        against,
        printed: row.rank,
        possible: isShared ? { from: before.rank + 1, to: null } : { from: 1, to: before.rank },
        message: `${nameOf(row.code)} (${sayNumber(row.points!)} điểm) ${said} ${nameOf(before.code)} (${sayNumber(before.points!)} điểm).`,
      },
    ]
  })
}

function examineSequence(rows: Ranked[], { path, size, figures, nameOf }: BlockContext): Remark[] {
  if (!size || rows.length !== size.count) return []
  const dense = figures.denseRanks
  const gapped = rows.map(({ rank }) => 1 + rows.filter((other) => other.rank < rank).length)
  const compact = rows.map(
    ({ rank }) => 1 + new Set(rows.filter((other) => other.rank < rank).map((other) => other.rank)).size,
  )
  const fits = (expected: number[]): boolean => rows.every(({ rank }, position) => rank === expected[position])
  if ((dense !== true && fits(gapped)) || (dense !== false && fits(compact))) return []
  const expected = dense === true ? compact : gapped
  return rows
    .map((row, position) => ({ row, right: expected[position]! }))
    .filter(({ row, right }) => row.rank !== right)
    .slice(0, 1)
    .map(({ row, right }) => ({
      place: `${path}.units[${row.code}].rank`,
      against: [`${path}.units[*].rank`],
      printed: row.rank,
      possible: { oneOf: [right] },
      message: `${nameOf(row.code)} xếp thứ ${row.rank}, nhưng theo thứ tự các bậc đã in phải là thứ ${right}.`,
    }))
}

/** Of several units named highest, which have equal points, one is first; a rule for ties may put the others behind it. */
function examineEnds(rows: Ranked[], block: BlockContext): Remark[] {
  const { path, size, nameOf } = block
  const { index } = block.figures
  if (rows.length !== size?.count || rows.length === 0) return []
  const ends = { highest: rows[0]!.rank, lowest: rows.at(-1)!.rank }
  return (['highest', 'lowest'] as const).flatMap((end): Remark[] => {
    const named = codesNamed(index?.[end], block)
    const own = rows.filter(({ code }) => named.includes(code))
    if (own.length === 0 || own.some(({ rank }) => rank === ends[end])) return []
    const [row] = own
    const word = end === 'highest' ? 'cao nhất' : 'thấp nhất'
    return [
      {
        place: `${path}.units[${row!.code}].rank`,
        against: [`${path}.index.${end}`],
        printed: row!.rank,
        possible: { oneOf: [ends[end]] },
        message: `${nameOf(row!.code)} được nêu là ${word} nhưng xếp thứ ${row!.rank}.`,
      },
    ]
  })
}

/**
 * Who moved most is among those that moved that way, and there was room for it: the block's first can't have fallen nor its
 * last have risen, and no unit comes from a place that the block did not have.
 */
import { type BlockContext, codesNamed, comparesAll, sizeOfList, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import type { Move } from '../schemas.ts'
import { sayNumber } from '../words.ts'

type Direction = 'rose' | 'fell'

const WORDS = { rose: 'tăng', fell: 'giảm' }

export const mostMover: Rule = {
  name: 'most-mover',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      (['rose', 'fell'] as const).flatMap((direction) => [
        ...(['rankMoves', 'pointMoves'] as const).flatMap((kind) => {
          const move = block.figures[kind]?.[direction]
          return move ? examineNames(move, `${block.path}.${kind}.${direction}`, direction, block) : []
        }),
        ...examineRoom(direction, block),
      ]),
    ),
}

function examineNames(move: Move, place: string, direction: Direction, { unitOf }: BlockContext): Remark[] {
  const { most, names } = move
  if (!most) return []
  const listed = names?.map(unitOf)
  const outside = unitsNamed(most).filter((name) => listed && !listed.includes(unitOf(name)))
  const remarks = outside.map(
    (name): Remark => ({
      place: `${place}.most`,
      against: [`${place}.names`],
      printed: name,
      possible: { oneOf: names! },
      message: `“${name}” được nêu là ${WORDS[direction]} nhiều nhất nhưng không có tên trong danh sách các đơn vị ${WORDS[direction]}.`,
    }),
  )
  const least = unitsNamed(most).length
  const known = move.count !== undefined || names !== undefined
  if (known && sizeOfList(move) < least && outside.length === 0)
    remarks.push({
      place: `${place}.count`,
      against: [`${place}.most`],
      printed: sizeOfList(move),
      possible: { from: least, to: null },
      message: `In là ${sizeOfList(move)} đơn vị ${WORDS[direction]}, nhưng nêu ${least} đơn vị ${WORDS[direction]} nhiều nhất.`,
    })
  return remarks
}

/** Of ranks, place by place; `rank`: the ranks that the unit can have now. */
function examineRoom(direction: Direction, block: BlockContext): Remark[] {
  const { path, figures, unitOf, nameOf, pastSize } = block
  const move = figures.rankMoves?.[direction]
  if (!move || pastSize === null || figures.denseRanks) return []
  const by = new Map((move.names ?? []).map((name) => [unitOf(name), 1]))
  for (const name of move.most ? unitsNamed(move.most) : []) by.set(unitOf(name), move.most!.by)
  return [...by].flatMap(([unit, places]): Remark[] => {
    const ranks = unit === null ? null : ranksOf(unit, block)
    if (unit === null || !ranks) return []
    const room = direction === 'fell' ? ranks.to - 1 : pastSize - ranks.from
    if (places <= room) return []
    const isMost = places > 1 || codesNamed(move.most, block).includes(unit)
    return [
      {
        place: `${path}.rankMoves.${direction}.${isMost ? 'most.by' : 'names'}`,
        against: [ranks.place],
        printed: isMost ? places : nameOf(unit),
        possible: { from: 0, to: Math.max(0, room) },
        message: `${nameOf(unit)} không thể ${WORDS[direction]} ${sayNumber(places)} bậc: đang xếp từ thứ ${ranks.from} đến thứ ${ranks.to}, năm trước có ${pastSize} bậc.`,
      },
    ]
  })
}

/** The best and worst rank that rank, extremes and class leave for a unit. */
function ranksOf(unit: string, block: BlockContext): { from: number; to: number; place: string } | null {
  const { path, figures, size, classBounds, classCounts } = block
  const row = figures.units?.find(({ code }) => code === unit)
  const count = size?.count ?? 0
  if (row?.rank !== undefined) return { from: row.rank, to: row.rank, place: `${path}.units[${unit}].rank` }
  const [first, last] = [codesNamed(figures.index?.highest, block), codesNamed(figures.index?.lowest, block)]
  if (first.includes(unit)) return { from: 1, to: first.length, place: `${path}.index.highest` }
  if (last.includes(unit)) {
    const from = count - last.length + 1
    return comparesAll(block) && !figures.sharedRanks ? { from, to: count, place: `${path}.index.lowest` } : null
  }
  let before = 0
  for (const { code } of classBounds) {
    const inClass = classCounts.get(code)?.count
    if (inClass === undefined) return null
    if (row?.class === code) return { from: before + 1, to: before + inClass, place: `${path}.units[${unit}].class` }
    before += inClass
  }
  return null
}

/** Whoever is listed as having risen, kept or fallen did so in the units' table, and the counts are those of the table. */
import { type BlockContext, sizeOfList } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { isListedRightly, MOVE_WORDS, MOVES, type Move, type MoveKind, unitChangesOf } from '../unit-changes.ts'
import { sayNumber, sayPossible } from '../words.ts'

export const movesOfUnits: Rule = {
  name: 'moves-of-units',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      (['rankMoves', 'pointMoves'] as const).flatMap((kind) =>
        MOVES.flatMap((move) => [...examineNames(kind, move, block), ...examineCount(kind, move, block)]),
      ),
    ),
}

function examineNames(kind: MoveKind, move: Move, block: BlockContext): Remark[] {
  const { path, figures, unitOf } = block
  const changes = unitChangesOf(kind, block)
  return (figures[kind]?.[move]?.names ?? []).flatMap((name): Remark[] => {
    const row = changes.find(({ unit }) => unit === unitOf(name))
    if (!row || isListedRightly(row, move)) return []
    const right = row.change > 0 ? 'rose' : row.change < 0 ? 'fell' : 'kept'
    return [
      {
        place: `${path}.${kind}.${move}.names`,
        against: [row.place],
        printed: name,
        possible: { oneOf: [`${path}.${kind}.${right}.names`] },
        message: `“${name}” có tên trong danh sách ${MOVE_WORDS[move]}, nhưng bảng các đơn vị cho thấy ${MOVE_WORDS[right]} ${sayNumber(Math.abs(row.change))}.`,
      },
    ]
  })
}

function examineCount(kind: MoveKind, move: Move, block: BlockContext): Remark[] {
  const { path, figures } = block
  const list = figures[kind]?.[move]
  const inIndex = kind === 'pointMoves' ? figures.index?.[move] : undefined
  const counted = list?.count ?? inIndex ?? (list?.names && sizeOfList(list))
  const changes = unitChangesOf(kind, block)
  const apart = (figures.units?.length ?? 0) - changes.length
  if (counted === undefined || changes.length === 0) return []
  const from = changes.filter((row) => isSurely(move, row, kind)).length
  const to = apart + changes.filter((row) => isListedRightly(row, move)).length
  if (counted >= from && counted <= to) return []
  return [
    {
      place:
        list?.count === undefined && inIndex !== undefined ? `${path}.index.${move}` : `${path}.${kind}.${move}.count`,
      against: [`${path}.units`],
      printed: counted,
      possible: { from, to },
      message: `In là ${counted} đơn vị ${MOVE_WORDS[move]}, nhưng bảng các đơn vị cho ${sayPossible({ from, to })}.`,
    },
  ]
}

function isSurely(move: Move, row: Parameters<typeof isListedRightly>[0], kind: MoveKind): boolean {
  if (kind === 'pointMoves' && isListedRightly(row, 'kept')) return false
  return MOVES.every((other) => isListedRightly(row, other) === (other === move))
}

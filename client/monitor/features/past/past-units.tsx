/** Which unit of this year continues which of last year, what that one had, and whom nobody continues. */
import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexDocument, IndexUnit } from '../../../shared/index-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { Panel } from '../../shared/panel.tsx'
import table from '../../shared/table.module.css'
import { toTsv } from '../../shared/to-tsv.ts'
import { incomparableWords } from '../index/index-words.ts'
import { continuedNone } from './continued-none.ts'
import classes from './past-units.module.css'

export function PastUnits({ index }: { index: IndexDocument }) {
  return index.blocks.map((block) => <BlockUnits key={block.code} block={block} />)
}

const HEADER = ['Đơn vị năm nay', 'Tiếp nối', 'Điểm', 'Hạng', 'Loại', 'So sánh']

const cellsOf = ({ name, predecessor, incomparable }: IndexUnit): string[] => [
  name,
  predecessor?.name ?? '',
  predecessor ? formatPoints(predecessor.points) : '',
  predecessor?.rank == null ? '' : String(predecessor.rank),
  predecessor?.class ?? '',
  incomparable ? `không so sánh được: ${incomparableWords(incomparable)}` : 'so sánh được',
]

function BlockUnits({ block }: { block: IndexBlock }) {
  const rows = block.units.map((unit) => ({ unit, cells: cellsOf(unit) }))
  const left = continuedNone(block)
  return (
    <Panel
      flush
      title={block.name}
      label={`Năm trước của ${block.name}`}
      aside={<CopyButton text={() => toTsv([HEADER, ...rows.map(({ cells }) => cells)])} />}
    >
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            {HEADER.map((name, at) => (
              <th key={name} scope="col" className={at === 2 || at === 3 ? table.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, cells: [name, past, points, rank, mark, words] }) => (
            <tr key={unit.code}>
              <th scope="row">{name}</th>
              <td data-label={past ? 'Tiếp nối' : undefined}>{past}</td>
              <td data-label={points ? 'Điểm' : undefined} className={table.number}>
                {points}
              </td>
              <td data-label={rank ? 'Hạng' : undefined} className={table.number}>
                {rank}
              </td>
              <td data-label={mark ? 'Loại' : undefined}>{mark}</td>
              <td className={unit.incomparable ? classes.not : undefined}>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.length > 0 && (
        <p className={classes.left}>
          Năm trước còn có, năm nay không đơn vị nào tiếp nối riêng:{' '}
          {left.map(({ name, points }) => `${name} (${formatPoints(points)})`).join(', ')}.
        </p>
      )}
    </Panel>
  )
}

/** Which unit of this year continues which of last year, what that one had, and whom nobody continues. */

import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexDocument } from '../../../shared/index-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { Panel } from '../../shared/panel.tsx'
import table from '../../shared/table.module.css'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import { continuedNone } from './continued-none.ts'
import { type PastRow, pastRows } from './past-rows.ts'
import classes from './past-units.module.css'

export function PastUnits({ index }: { index: IndexDocument }) {
  return index.blocks.map((block) => <BlockUnits key={block.code} block={block} />)
}

const HEADER = [t`Đơn vị năm nay`, t`Tiếp nối`, t`Điểm`, t`Hạng`, t`Loại`, t`So sánh`]

const cellsOf = ({ name, continues, points, rank, mark, words }: PastRow): string[] => [
  name,
  continues,
  points,
  rank,
  mark,
  words,
]

function BlockUnits({ block }: { block: IndexBlock }) {
  const rows = pastRows(block.units)
  const left = continuedNone(block)
  return (
    <Panel
      flush
      title={block.name}
      label={t`Năm trước của ${block.name}`}
      aside={<CopyButton text={() => toTsv([HEADER, ...rows.map(cellsOf)])} />}
    >
      <table className={`${table.table} ${classes.units}`}>
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
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td data-label={t`Tiếp nối`} className={classes.continues}>
                {row.continues}
              </td>
              <td className={`${table.number} ${classes.points}`}>{row.points}</td>
              <td data-label={t`hạng`} className={`${table.number} ${classes.rank}`}>
                {row.rank}
              </td>
              <td className={classes.mark}>{row.mark}</td>
              <td className={row.comparable ? classes.usual : classes.not}>{row.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.length > 0 && (
        <p className={classes.left}>
          {t`Năm trước còn có, năm nay không đơn vị nào tiếp nối riêng: ${left.map(({ name, points }) => `${name} (${formatPoints(points)})`).join(', ')}.`}
        </p>
      )}
    </Panel>
  )
}

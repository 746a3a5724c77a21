/** How many are asked, by unit and group, one table a block. */

import type { BlockProgress } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { useProgress } from '../../shared/campaign-queries.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { Panel } from '../../shared/panel.tsx'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import classes from './roster-counts.module.css'

/** Groups of a block in the order of their first appearance. */
const groupsOf = (block: BlockProgress) => [
  ...new Map(block.units.flatMap((unit) => unit.groups).map((group) => [group.code, group.name])),
]

function cellsOf(block: BlockProgress): string[][] {
  const groups = groupsOf(block)
  const header = [t`Đơn vị`, ...groups.map(([, name]) => name), t`Cộng`]
  const rows = block.units.map((unit) => [
    unit.name,
    ...groups.map(([code]) => formatCount(unit.groups.find((group) => group.code === code)?.invited ?? 0)),
    formatCount(unit.invited),
  ])
  return [header, ...rows]
}

export function RosterCounts({ code }: { code: string }) {
  const { data } = useProgress(code)
  return data?.blocks.map((block) => {
    const [header = [], ...rows] = cellsOf(block)
    return (
      <Panel key={block.code} flush title={block.name} aside={<CopyButton text={() => toTsv([header, ...rows])} />}>
        <ScrollTable label={t`Số phiếu của ${block.name}`} header={header} className={classes.table}>
          {rows.map(([name, ...counts]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {counts.map((count, index) => (
                <td key={header[index + 1]}>{count}</td>
              ))}
            </tr>
          ))}
        </ScrollTable>
      </Panel>
    )
  })
}

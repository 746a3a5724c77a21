/** The ranking of one block: places, points with what they can still become, classes, change, parts. On a phone each unit is a card. */

import { formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexDocument, IndexUnit } from '../../../shared/index-types.ts'
import button from '../../shared/plain-button.module.css'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import { type Axis, axisOf } from './axis.ts'
import { ChangeCell } from './change-cell.tsx'
import { ClassMark } from './class-mark.tsx'
import { possibleWords, rangeText } from './index-words.ts'
import { RangeChart, RangeHead } from './range-chart.tsx'
import { pointsName, type RankSort, type SortKey, startsDescending } from './rank-rows.ts'
import classes from './rank-table.module.css'

type RankTableProps = {
  index: IndexDocument
  /** All units of the block: the line of points does not move while one searches. */
  all: IndexUnit[]
  rows: IndexUnit[]
  mean: number | null
  sort: RankSort
  onSort: (sort: RankSort) => void
  onOpen: (unit: string) => void
}

export function RankTable({ index, all, rows, mean, sort, onSort, onOpen }: RankTableProps) {
  const { rules, status } = index
  const axis = axisOf(all, rules)
  const moving = status === 'provisional'
  const compared = index.sets.past !== null
  const heads: { key: SortKey; name: string; side?: 'right' }[] = [
    { key: 'points', name: pointsName(all), side: 'right' },
    { key: 'class', name: t`Xếp loại` },
    ...(compared ? [{ key: 'change' as const, name: t`So với ${index.sets.past?.year ?? ''}` }] : []),
    { key: 'appraised', name: t`Thẩm định (${formatMax(rules.appraisedMax)})`, side: 'right' },
    { key: 'survey', name: t`Khảo sát (${formatMax(rules.surveyMax)})`, side: 'right' },
  ]
  return (
    <div className={classes.wrap}>
      <table className={classes.table}>
        <thead>
          <tr>
            <SortHead name={t`Hạng`} column="rank" sort={sort} onSort={onSort} />
            <SortHead name={t`Đơn vị`} column="name" sort={sort} onSort={onSort} />
            <th scope="col" className={classes.chartHead}>
              <VisuallyHidden>{t`Khoảng điểm còn có thể`}</VisuallyHidden>
              <RangeHead axis={axis} />
            </th>
            {heads.map(({ key, name, side }) => (
              <SortHead key={key} name={name} column={key} sort={sort} onSort={onSort} side={side ?? 'left'} />
            ))}
            {moving && <th scope="col">{t`Còn có thể`}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((unit) => (
            <UnitRow key={unit.code} unit={unit} index={index} axis={axis} mean={mean} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type UnitRowProps = {
  unit: IndexUnit
  index: IndexDocument
  axis: Axis
  mean: number | null
  onOpen: (unit: string) => void
}

function UnitRow({ unit, index: { rules, status, sets }, axis, mean, onOpen }: UnitRowProps) {
  const { rank, tied, ranges, parts, points } = unit
  const moving = status === 'provisional'
  const possible = possibleWords(unit)
  return (
    <tr>
      <td className={classes.rank}>
        {rank ?? <span className={classes.faint}>–</span>}
        {rank === null && <VisuallyHidden>{t`chưa xếp hạng`}</VisuallyHidden>}
        {tied && <small>{t`đồng hạng`}</small>}
      </td>
      <th scope="row" className={classes.name}>
        <button type="button" className={button.open} onClick={() => onOpen(unit.code)} aria-haspopup="dialog">
          {unit.name}
        </button>
        {unit.missing.length > 0 && <small>{t`còn thiếu điểm của ${unit.missing.length} tiêu chí`}</small>}
      </th>
      <td className={classes.chart}>
        <VisuallyHidden>{rangeText(ranges.total)}</VisuallyHidden>
        <RangeChart axis={axis} points={points} range={ranges.total} settled={rank !== null} mean={mean} />
      </td>
      <td className={classes.total} data-open={rank === null || undefined}>
        {formatPoints(points)}
        {rank === null && ranges.total.low < ranges.total.high && <small>{rangeText(ranges.total)}</small>}
      </td>
      <td className={classes.class}>
        <ClassMark rules={rules} code={unit.class} />
      </td>
      {sets.past && (
        <td className={classes.change}>
          <ChangeCell unit={unit} />
        </td>
      )}
      <td className={classes.part} data-label={t`Thẩm định`}>
        {formatPoints(parts.appraised)}
      </td>
      <td className={classes.part} data-label={t`Khảo sát`}>
        {formatPoints(parts.survey)}
      </td>
      {moving && (
        <td
          className={classes.possible}
          data-label={t`Còn có thể`}
          data-certain={ranges.rank.best === ranges.rank.worst || undefined}
        >
          {possible.rank}
          <small>{possible.class}</small>
        </td>
      )}
    </tr>
  )
}

type SortHeadProps = {
  name: string
  column: SortKey
  sort: RankSort
  onSort: (sort: RankSort) => void
  side?: 'left' | 'right'
}

function SortHead({ name, column, sort, onSort, side = 'left' }: SortHeadProps) {
  const active = sort.key === column
  const turn = () => onSort({ key: column, descending: active ? !sort.descending : startsDescending(column) })
  return (
    <th scope="col" aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={classes.sort} data-side={side} onClick={turn}>
        {name}
        <span aria-hidden="true">{active ? (sort.descending ? '▾' : '▴') : ''}</span>
      </button>
    </th>
  )
}

/** The survey's own points of one block beside the two ranges that say how far they can be trusted. */

import { formatCount, formatMax, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexUnit } from '../../../shared/index-types.ts'
import button from '../../shared/plain-button.module.css'
import table from '../../shared/table.module.css'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import { countedPoints, rangeText } from './index-words.ts'
import { RangesFold } from './ranges-fold.tsx'
import classes from './survey-table.module.css'
import { TwoRanges } from './two-ranges.tsx'

type SurveyTableProps = { block: IndexBlock; rows: IndexUnit[]; onOpen: (unit: string) => void }

export function SurveyTable({ block, rows, onOpen }: SurveyTableProps) {
  const max = formatMax(block.units[0] ? countedPoints(block.units[0], block.sources).max : 0)
  return (
    <>
      <div className={classes.fold}>
        <RangesFold />
      </div>
      <table className={`${table.plain} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">{t`Đơn vị`}</th>
            <th scope="col">{t`Trả lời / phát ra`}</th>
            <th scope="col">{t`Điểm phiếu (/${max})`}</th>
            <th scope="col">
              <VisuallyHidden>{t`Hai khoảng trên đường điểm`}</VisuallyHidden>
            </th>
            <th scope="col">{t`Nếu người im lặng đều chấm thấp nhất – cao nhất`}</th>
            <th scope="col">{t`Khoảng tin cậy 95\u00a0%`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((unit) => (
            <SurveyRow key={unit.code} unit={unit} block={block} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function SurveyRow({ unit, block, onOpen }: { unit: IndexUnit; block: IndexBlock; onOpen: (unit: string) => void }) {
  const { participation, ranges } = unit
  const { points, max } = countedPoints(unit, block.sources)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={button.open} onClick={() => onOpen(unit.code)} aria-haspopup="dialog">
          {unit.name}
        </button>
      </th>
      <td data-label={t`Trả lời / phát ra`}>
        {formatCount(participation.answered)}/{formatCount(participation.invited)}{' '}
        <small>{formatPercent(participation.answered, participation.invited)}</small>
      </td>
      <td data-label={t`Điểm phiếu`}>{formatPoints(points)}</td>
      <td className={classes.chart}>
        <TwoRanges unit={unit} points={points} max={max} />
      </td>
      <td data-label={t`Thấp nhất – cao nhất`}>{points !== null && ranges.survey ? rangeText(ranges.survey) : '–'}</td>
      <td data-label={t`Khoảng tin cậy 95\u00a0%`}>
        {points !== null && ranges.interval ? rangeText(ranges.interval) : '–'}
      </td>
    </tr>
  )
}

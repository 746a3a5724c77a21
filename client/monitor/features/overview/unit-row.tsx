/** One unit: name, answered of invited, its groups, and its points so far. */
import type { UnitProgress, UnitScore } from '../../../shared/api-types.ts'
import { formatCount, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import { hiddenWords } from '../../shared/hidden-words.ts'
import { PointsLine } from '../../shared/points-line.tsx'
import { RateBar } from '../../shared/rate-bar.tsx'
import { surveyPoints } from '../../shared/survey-points.ts'
import { GroupBars } from './group-bars.tsx'
import classes from './unit-row.module.css'

type UnitRowProps = {
  unit: UnitProgress
  score: UnitScore | undefined
  mean: number | null
  settled: boolean
  /** Absent on the big screen, where nothing can be clicked. */
  onOpen?: (() => void) | undefined
}

export function UnitRow({ unit, score, mean, settled, onOpen }: UnitRowProps) {
  const { points, max } = score ? surveyPoints(score) : { points: null, max: 20 }
  const waiting = score ? hiddenWords(score, settled) : null
  const percent = formatPercent(unit.answered, unit.invited)
  const content = (
    <>
      <span className={classes.name}>{unit.name}</span>
      <span className={classes.count}>
        {formatCount(unit.answered)}/{formatCount(unit.invited)}
      </span>
      <span className={classes.percent}>{percent}</span>
      <span className={classes.bar}>
        <RateBar answered={unit.answered} invited={unit.invited} />
      </span>
      <GroupBars groups={unit.groups} />
      {score && (
        <span className={classes.points} data-hidden={points === null || undefined}>
          <PointsLine points={points} max={max} mean={mean} />
          <span className={classes.figure}>{points === null ? waiting : formatPoints(points)}</span>
        </span>
      )}
    </>
  )
  const spoken = [
    unit.name,
    `${unit.answered} trên ${unit.invited} phiếu, ${percent}`,
    points === null ? (waiting ? `điểm ${waiting}` : []) : `điểm ${formatPoints(points)}`,
  ]
    .flat()
    .join('; ')
  return (
    <li data-code={unit.code} className={classes.item}>
      {onOpen ? (
        <button type="button" className={classes.row} onClick={onOpen} aria-label={`${spoken}. Mở chi tiết`}>
          {content}
        </button>
      ) : (
        <div className={classes.row}>{content}</div>
      )}
    </li>
  )
}

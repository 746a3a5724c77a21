/** One unit: name, answered of invited, its groups, and its points so far. */

import { memo } from 'react'
import type { UnitProgress, UnitScore } from '../../../shared/api-types.ts'
import { formatCount, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import type { RangeView } from '../../../shared/index-types.ts'
import { hiddenReason, hiddenWords } from '../../shared/hidden-words.ts'
import { PointsLine } from '../../shared/points-line.tsx'
import { RateBar } from '../../shared/rate-bar.tsx'
import { surveyPoints } from '../../shared/survey-points.ts'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import { GroupBars } from './group-bars.tsx'
import classes from './unit-row.module.css'

type UnitRowProps = {
  unit: UnitProgress
  score: UnitScore | undefined
  interval: RangeView | null
  settled: boolean
  /** Absent on the big screen, where nothing can be clicked. */
  onOpen?: ((code: string) => void) | undefined
}

/** Drawn anew only when something about this unit has changed, and of it only that: live events leave the rest as it is. */
export const UnitRow = memo(function UnitRow({ unit, score, interval, settled, onOpen }: UnitRowProps) {
  const content = (
    <>
      <UnitRate unit={unit} />
      <span className={classes.figures}>
        <UnitBars unit={unit} />
        {score && <UnitPoints score={score} interval={interval} settled={settled} />}
      </span>
    </>
  )
  return (
    <li data-code={unit.code} className={classes.item}>
      {onOpen ? (
        <button type="button" className={classes.row} onClick={() => onOpen(unit.code)}>
          {content}
        </button>
      ) : (
        <div className={classes.row}>{content}</div>
      )}
    </li>
  )
})

const UnitRate = memo(function UnitRate({ unit: { name, answered, invited } }: Pick<UnitRowProps, 'unit'>) {
  return (
    <span className={classes.words}>
      <span className={classes.name}>{name}</span>
      <VisuallyHidden>: </VisuallyHidden>
      <span className={classes.count}>
        {formatCount(answered)}/{formatCount(invited)}
        <VisuallyHidden>{t` phiếu, `}</VisuallyHidden>
      </span>
      <span className={classes.percent}>{formatPercent(answered, invited)}</span>
    </span>
  )
})

const UnitBars = memo(function UnitBars({ unit: { answered, invited, groups } }: Pick<UnitRowProps, 'unit'>) {
  return (
    <>
      <span className={classes.bar}>
        <RateBar answered={answered} invited={invited} />
        <span className={classes.plan} aria-hidden="true" />
      </span>
      <span className={classes.groups}>
        <GroupBars groups={groups} />
      </span>
    </>
  )
})

type UnitPointsProps = { score: UnitScore; interval: RangeView | null; settled: boolean }

const UnitPoints = memo(function UnitPoints({ score, interval, settled }: UnitPointsProps) {
  const { points, max } = surveyPoints(score)
  return (
    <span className={classes.points} data-hidden={points === null || undefined}>
      <PointsLine points={points} max={max} interval={interval} />
      <VisuallyHidden>{t`; điểm `}</VisuallyHidden>
      <span className={classes.figure} title={hiddenReason(score, settled) ?? undefined}>
        {points === null ? hiddenWords(score, settled) : formatPoints(points)}
      </span>
    </span>
  )
})

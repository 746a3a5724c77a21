import type { IndexUnit } from '../../../shared/index-types.ts'
import classes from './two-ranges.module.css'

type TwoRangesProps = { unit: IndexUnit; points: number | null; max: number }

/** The wide pale line is what silence could make of the points, the narrow strong one the interval, the dot the points. */
export function TwoRanges({ unit: { ranges }, points, max }: TwoRangesProps) {
  const at = (value: number) => `${((max > 0 ? value / max : 0) * 100).toFixed(2)}%`
  return (
    <svg className={classes.ranges} width="100%" height="22" aria-hidden="true" focusable="false">
      <line x1="0" x2="100%" y1="50%" y2="50%" className={classes.line} />
      {points !== null && ranges.survey && (
        <line x1={at(ranges.survey.low)} x2={at(ranges.survey.high)} y1="50%" y2="50%" className={classes.possible} />
      )}
      {points !== null && ranges.interval && (
        <line
          x1={at(ranges.interval.low)}
          x2={at(ranges.interval.high)}
          y1="50%"
          y2="50%"
          className={classes.interval}
        />
      )}
      {points !== null && <circle cx={at(points)} cy="50%" r="4" className={classes.dot} />}
    </svg>
  )
}

/**
 * A unit's points as a dot on a line from 0 to the maximum, with a tick at the block's mean. While points are hidden
 * the line is grey and says what it waits for. The figure stands beside it, so the line itself is silent.
 */
import classes from './points-line.module.css'

type PointsLineProps = { points: number | null; max: number; mean: number | null }

const percent = (value: number, max: number) => `${max > 0 ? (value / max) * 100 : 0}%`

export function PointsLine({ points, max, mean }: PointsLineProps) {
  return (
    <span className={classes.line} data-hidden={points === null || undefined} aria-hidden="true">
      {points !== null && mean !== null && <span className={classes.mean} style={{ left: percent(mean, max) }} />}
      {points !== null && <span className={classes.dot} style={{ left: percent(points, max) }} />}
    </span>
  )
}

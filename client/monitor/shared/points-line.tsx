/**
 * A unit's points as a dot on a line from 0 to the maximum, with the interval in which they lie as a band and a tick at the
 * block's mean. While points are hidden the line is grey and says what it waits for. The figure stands beside it, so the
 * line itself is silent. The mean moves for all lines at once: `--mean` in percent and `--mean-shown` (0 or 1) come from
 * the list around them.
 */

import { type CSSProperties, useRef } from 'react'
import type { RangeView } from '../../shared/index-types.ts'
import classes from './points-line.module.css'
import { useGlide } from './use-glide.ts'

type PointsLineProps = { points: number | null; max: number; interval?: RangeView | null | undefined }

const percent = (value: number, max: number) => (max > 0 ? Math.min(100, (value / max) * 100) : 0)

export function PointsLine({ points, max, interval }: PointsLineProps) {
  const shown = points !== null
  return (
    <span className={classes.line} data-hidden={!shown || undefined} aria-hidden="true">
      {shown && interval && (
        <span
          className={classes.interval}
          style={{
            left: `${percent(interval.low, max).toFixed(1)}%`,
            right: `${(100 - percent(interval.high, max)).toFixed(1)}%`,
          }}
        />
      )}
      {shown && <span className={classes.mean} />}
      {shown && <Dot at={percent(points, max)} />}
    </span>
  )
}

/** `at` in percent of the line. */
function Dot({ at }: { at: number }) {
  const carrier = useRef<HTMLSpanElement>(null)
  const transform = `translateX(${at.toFixed(2)}%)`
  useGlide(carrier, at / 100, transform)
  return (
    <span ref={carrier} className={classes.carrier} style={{ transform }}>
      <span className={classes.dot} />
    </span>
  )
}

/** What a list of lines says of its mean; null: none. */
export function meanStyle(mean: number | null, max: number): CSSProperties {
  return {
    '--mean': mean === null ? 0 : percent(mean, max).toFixed(2),
    '--mean-shown': mean === null ? 0 : 1,
  } as CSSProperties
}

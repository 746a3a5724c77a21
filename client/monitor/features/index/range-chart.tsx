/**
 * One unit's points as a dot on the line of points, with what they can still become as a line through it, over the bands of
 * the classes. Drawn without words: every figure of it stands beside it in the table.
 */
import type { RangeView } from '../../../shared/index-types.ts'
import { type Axis, placeOn } from './axis.ts'
import classes from './range-chart.module.css'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

type RangeChartProps = { axis: Axis; points: number | null; range: RangeView; settled: boolean; mean: number | null }

export function RangeChart({ axis, points, range, settled, mean }: RangeChartProps) {
  const at = (value: number) => percent(placeOn(axis, value))
  return (
    <svg className={classes.chart} width="100%" height="100%" aria-hidden="true" focusable="false">
      <Bands axis={axis} />
      {mean !== null && <line x1={at(mean)} x2={at(mean)} y1="0" y2="100%" className={classes.mean} />}
      {range.high > range.low && (
        <line x1={at(range.low)} x2={at(range.high)} y1="50%" y2="50%" className={classes.range} />
      )}
      {points !== null && (
        <circle cx={at(points)} cy="50%" r="6" className={classes.dot} data-open={!settled || undefined} />
      )}
    </svg>
  )
}

function Bands({ axis }: { axis: Axis }) {
  return axis.bands.map((band) => {
    const [from, to] = [placeOn(axis, band.from), placeOn(axis, band.to)]
    return (
      <rect
        key={band.code}
        x={percent(from)}
        width={percent(to - from)}
        y="0"
        height="100%"
        className={classes.band}
        data-level={Math.min(band.level, 3)}
      />
    )
  })
}

/** The head of the column: classes by name over the ticks of the line. */
export function RangeHead({ axis }: { axis: Axis }) {
  return (
    <svg className={classes.head} width="100%" height="42" aria-hidden="true" focusable="false">
      {axis.bands.map((band) => (
        <text
          key={band.code}
          x={percent((placeOn(axis, band.from) + placeOn(axis, band.to)) / 2)}
          y="16"
          className={classes.name}
        >
          {band.code}
        </text>
      ))}
      {axis.ticks.map((tick) => (
        <text
          key={tick}
          x={percent(placeOn(axis, tick))}
          y="36"
          className={classes.tick}
          data-edge={tick === axis.from ? 'first' : tick === axis.to ? 'last' : undefined}
        >
          {tick}
        </text>
      ))}
    </svg>
  )
}

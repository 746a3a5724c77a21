import type { Rate } from '../../../shared/api-types.ts'
import classes from './group-bars.module.css'

const WIDTH = 6
const STEP = WIDTH + 3
const HEIGHT = 18

/**
 * One upright bar a group, filled from below; the drawer says which is which. One picture of two paths, because a page shows
 * a thousand of these bars and draws them anew every second.
 */
export function GroupBars({ groups }: { groups: Rate[] }) {
  const bars = groups.map(({ answered, invited }, at) => ({
    x: at * STEP,
    height: invited > 0 ? (Math.min(1, answered / invited) * HEIGHT).toFixed(1) : '0',
  }))
  return (
    <svg className={classes.groups} width={groups.length * STEP} height={HEIGHT} aria-hidden="true" focusable="false">
      <path className={classes.track} d={bars.map(({ x }) => `M${x} 0h${WIDTH}v${HEIGHT}h-${WIDTH}z`).join('')} />
      <path
        className={classes.fill}
        d={bars.map(({ x, height }) => `M${x} ${HEIGHT}v-${height}h${WIDTH}v${height}z`).join('')}
      />
    </svg>
  )
}

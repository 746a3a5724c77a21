/** How far answered reaches into invited. The figure stands beside it in words, so the bar itself is silent. */
import classes from './rate-bar.module.css'

export function RateBar({ answered, invited, thick }: { answered: number; invited: number; thick?: boolean }) {
  const share = invited > 0 ? Math.min(1, answered / invited) : 0
  return (
    <span className={classes.track} data-thick={thick || undefined} aria-hidden="true">
      <span className={classes.fill} style={{ transform: `scaleX(${share})` }} />
    </span>
  )
}

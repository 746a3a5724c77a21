/** How far answered reaches into invited. The figure stands beside it in words, so the bar itself is silent. */

import { useRef } from 'react'
import classes from './rate-bar.module.css'
import { useGlide } from './use-glide.ts'

export function RateBar({ answered, invited, thick }: { answered: number; invited: number; thick?: boolean }) {
  const fill = useRef<HTMLSpanElement>(null)
  const share = invited > 0 ? Math.min(1, answered / invited) : 0
  const transform = `scaleX(${share.toFixed(3)})`
  useGlide(fill, share, transform)
  return (
    <span className={classes.track} data-thick={thick || undefined} aria-hidden="true">
      <span ref={fill} className={classes.fill} style={{ transform }} />
    </span>
  )
}

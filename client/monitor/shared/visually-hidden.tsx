/** Words for who listens instead of looking. A plain element, because a live page draws hundreds of them every second. */
import type { ReactNode } from 'react'
import classes from './visually-hidden.module.css'

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={classes.hidden}>{children}</span>
}

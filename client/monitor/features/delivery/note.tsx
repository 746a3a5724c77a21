import type { ReactNode } from 'react'
import { CheckIcon, WarnIcon } from '../../shared/icons.tsx'
import classes from './note.module.css'

/** What came of an act, announced; `warn`: something that asks for a person. */
export function Note({ children, warn }: { children: ReactNode; warn?: boolean }) {
  return (
    <div className={classes.note} data-warn={warn || undefined} role="status">
      {warn ? <WarnIcon /> : <CheckIcon />}
      <div>{children}</div>
    </div>
  )
}

import type { ReactNode } from 'react'
import classes from './brought-head.module.css'

type BroughtHeadProps = { title: string; state: ReactNode; about: string; children: ReactNode }

/** Head of what is brought in from outside: its name, how it stands, what it is; beside them figures and buttons. */
export const BroughtHead = ({ title, state, about, children }: BroughtHeadProps) => (
  <div className={classes.row}>
    <div className={classes.words}>
      <h3 className={classes.title}>
        {title} {state}
      </h3>
      <p className={classes.about}>{about}</p>
    </div>
    {children}
  </div>
)

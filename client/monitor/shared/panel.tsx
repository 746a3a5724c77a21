/** A sheet of the page with an optional heading and something at its right. */
import type { ReactNode } from 'react'
import classes from './panel.module.css'

type PanelProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; flush?: boolean; label?: string }

export function Panel({ title, aside, children, flush, label }: PanelProps) {
  return (
    <section className={classes.panel} data-flush={flush || undefined} aria-label={label}>
      {(title || aside) && (
        <header className={classes.head}>
          {title && <h2 className={classes.title}>{title}</h2>}
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}

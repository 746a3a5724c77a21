/** The frame of pages that belong to no campaign: the way back, who is signed in, a heading. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../words/t.ts'
import { BackIcon } from './icons.tsx'
import classes from './office-frame.module.css'
import page from './page.module.css'
import { PersonMenu } from './person-menu.tsx'

export function OfficeFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Link to="/" className={classes.brand}>
          <BackIcon size={16} />
          <span className={classes.mark} aria-hidden="true" />
          <span>
            {t`Phiếu`}
            <small>{t`Mọi đợt điều tra`}</small>
          </span>
        </Link>
        <PersonMenu />
      </header>
      <main className={classes.main}>
        <h1 className={page.title}>{title}</h1>
        {children}
      </main>
    </div>
  )
}

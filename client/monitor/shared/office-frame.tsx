/** The frame of pages that belong to no campaign: the way back, who is signed in, a heading. */
import type { ReactNode } from 'react'
import { BrandLink } from './brand-link.tsx'
import classes from './office-frame.module.css'
import page from './page.module.css'
import { PersonMenu } from './person-menu.tsx'

export function OfficeFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <BrandLink />
        <PersonMenu />
      </header>
      <main className={classes.main}>
        <h1 className={page.title}>{title}</h1>
        {children}
      </main>
    </div>
  )
}

import type { ReactNode } from 'react'
import { t } from '../../words/t.ts'
import classes from './sign-in.module.css'

/** The sheet that stands alone on the page before anybody is signed in. */
export const EntrySheet = ({ children }: { children: ReactNode }) => (
  <main className={classes.page}>
    <div className={classes.sheet}>
      <header className={classes.head}>
        <span className={classes.mark} aria-hidden="true" />
        <div>
          <h1 className={classes.title}>{t`Phiếu`}</h1>
          <p className={classes.lead}>{t`Điều tra xã hội học Chỉ số cải cách hành chính`}</p>
        </div>
      </header>
      {children}
    </div>
  </main>
)

import type { ReactNode } from 'react'
import { t } from '../words/t.ts'
import fold from './fold.module.css'
import table from './table.module.css'
import classes from './versions-fold.module.css'

type VersionsFoldProps = {
  count: number
  /** The cells of the heading. */
  heads: ReactNode
  /** The rows. */
  children: ReactNode
  /** What a row can open. */
  after?: ReactNode
}

/** Every version that came in, folded away until somebody asks. */
export function VersionsFold({ count, heads, children, after }: VersionsFoldProps) {
  return (
    <details className={`${fold.fold} ${classes.versions}`}>
      <summary>{t`Các bản đã nhập (${count})`}</summary>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>{heads}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {after}
    </details>
  )
}

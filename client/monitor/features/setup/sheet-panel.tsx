/** One table of the draft in a panel: bound to its sheet, with what is wrong about the table as a whole above it. */
import type { ReactNode } from 'react'
import { Panel } from '../../shared/panel.tsx'
import { sheetName } from './column-words.ts'
import { type Draft, rowsOf } from './draft/draft.ts'
import classes from './setup.module.css'
import type { Column } from './sheet/column.ts'
import type { Row } from './sheet/sheet.ts'
import { SheetTable } from './sheet/sheet-table.tsx'
import { useSetup } from './state/setup-context.ts'

type SheetPanelProps = {
  sheet: string
  columns: readonly Column[]
  /** Another draft in place of the one at hand, where a table follows from others. */
  shown?: Draft
  /** Above the table: what it is for, in words. */
  about?: ReactNode
  /** Between those and the table. */
  above?: ReactNode
  aside?: ReactNode
  nameBy?: string
  title?: string
  whole?: boolean
  adds?: readonly { words: string; fresh?: (beside: Row | undefined) => Row['cells'] }[]
  heading?: (row: Row, before: Row | undefined) => ReactNode
  /** Below the table. */
  children?: ReactNode
}

export function SheetPanel(props: SheetPanelProps) {
  const {
    sheet,
    columns,
    shown,
    about,
    above,
    aside,
    nameBy = 'code',
    title,
    whole = true,
    adds,
    heading,
    children,
  } = props
  const { draft, problems, readOnly, edit } = useSetup()
  const name = title ?? sheetName(sheet, draft).split(' · ').at(-1)!
  const here = problems.filter((one) => one.sheet === sheet)
  const apart = here.filter(({ row }) => row === undefined)
  return (
    <Panel title={name} aside={aside}>
      {about && <p className={classes.about}>{about}</p>}
      {above}
      {apart.length > 0 && (
        <ul className={classes.problems} aria-label={name}>
          {[...new Set(apart.map(({ problem }) => problem))].map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <SheetTable
        label={sheetName(sheet, draft)}
        sheet={rowsOf(shown ?? draft, sheet)}
        columns={columns}
        problems={here}
        readOnly={readOnly}
        whole={whole}
        nameBy={nameBy}
        onChange={(rows, typing) => edit(sheet, rows, typing)}
        {...(adds && { adds })}
        {...(heading && { heading })}
      />
      {children}
    </Panel>
  )
}

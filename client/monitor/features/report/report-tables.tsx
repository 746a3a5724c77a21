/** Biểu số of every block: only those that are open are drawn, for together they are some ten thousand cells. */

import { Button } from '@mantine/core'
import type { ReportDocument } from '../../../shared/report-types.ts'
import { ChevronIcon } from '../../shared/icons.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { tableAnchor, tablesByBlock } from './report-places.ts'
import { ReportTable } from './report-table.tsx'
import classes from './report-tables.module.css'

/** A figure that led to a table, and its units. */
export type Visit = { table: string; units: string[] }

type ReportTablesProps = {
  report: ReportDocument
  open: string[]
  visit: Visit | undefined
  onTurn: (table: string) => void
  onBack: () => void
}

export function ReportTables({ report, open, visit, onTurn, onBack }: ReportTablesProps) {
  return (
    <Panel title={t`Các biểu số`}>
      {tablesByBlock(report)
        .flat()
        .map((table) => {
          const isOpen = open.includes(table.code)
          const visited = visit?.table === table.code
          return (
            <section key={table.code} className={classes.table}>
              <h3 className={classes.heading}>
                <button
                  type="button"
                  id={tableAnchor(table.code)}
                  aria-expanded={isOpen}
                  onClick={() => onTurn(table.code)}
                >
                  <ChevronIcon size={16} />
                  <span>
                    <b>{t`Biểu số ${table.code}.`}</b> <span lang="vi">{table.title}</span>
                  </span>
                </button>
              </h3>
              {isOpen && visited && (
                <Button variant="default" size="xs" mb={8} onClick={onBack}>
                  {t`Trở lại chỗ vừa đọc`}
                </Button>
              )}
              {isOpen && <ReportTable table={table} marked={visited ? visit.units : []} />}
            </section>
          )
        })}
    </Panel>
  )
}

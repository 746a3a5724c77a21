/** The way around in a long report: chapters, charts, tables; beside the text on a desk, folded above it on a phone. */

import { useState } from 'react'
import type { ReportDocument } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import classes from './contents.module.css'
import { CHARTS_ANCHOR, chaptersOf, goTo, tablesByBlock } from './report-places.ts'

const WIDE = '(min-width: 1180px)'

type ContentsProps = { report: ReportDocument; onTable: (table: string) => void }

export function Contents({ report, onTable }: ContentsProps) {
  const [open, setOpen] = useState(() => window.matchMedia(WIDE).matches)
  return (
    <nav className={classes.contents} aria-label={t`Mục lục báo cáo`}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t`Mục lục`}</summary>
        <ul>
          {chaptersOf(report).map(({ anchor, name, level }) => (
            <li key={anchor} data-level={level}>
              <button type="button" lang="vi" onClick={() => goTo(anchor)}>
                {name}
              </button>
            </li>
          ))}
          {report.charts.length > 0 && (
            <li data-level={1}>
              <button type="button" onClick={() => goTo(CHARTS_ANCHOR)}>
                {t`Biểu đồ`}
              </button>
            </li>
          )}
        </ul>
        {tablesByBlock(report).map((tables) => (
          <div key={tables[0]!.block} className={classes.block}>
            <p>{t`Biểu số của ${blockWords(report, tables[0]!.block)}`}</p>
            <ul>
              {tables.map(({ code, title }) => (
                <li key={code}>
                  <button
                    type="button"
                    lang="vi"
                    onClick={() => onTable(code)}
                    title={title}
                    aria-label={t`Biểu số ${code}. ${title}`}
                  >
                    {code}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </nav>
  )
}

/** "khối sở": the last words of the titles of a block's tables, which name it. */
const blockWords = ({ tables }: ReportDocument, block: string): string =>
  / của ((?:(?!của ).)+)$/.exec(tables.find((table) => table.block === block)?.title ?? '')?.[1] ?? ''

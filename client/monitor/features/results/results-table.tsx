import { Fragment, useState } from 'react'
import { CriteriaList } from '../../shared/criteria-list.tsx'
import type { DomainName } from '../../shared/domain-names.ts'
import { ChevronIcon } from '../../shared/icons.tsx'
import { leftOutReasons } from '../../shared/left-out-words.ts'
import button from '../../shared/plain-button.module.css'
import { t } from '../../words/t.ts'
import { noteOf, PART_MARK, type ResultColumn, type ResultRow, type Sort } from './result-table.ts'
import classes from './results-table.module.css'

type ResultsTableProps = {
  rows: ResultRow[]
  columns: ResultColumn[]
  sort: Sort
  onSort: (sort: Sort) => void
  settled: boolean
  minimum: number
  domainName: DomainName
}

export function ResultsTable({ rows, columns, sort, onSort, settled, minimum, domainName }: ResultsTableProps) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */
    <section className={classes.scroll} tabIndex={0} aria-label={t`Bảng điểm`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.rank}>
              {t`Hạng`}
            </th>
            <SortHead column={{ key: 'name', name: t`Đơn vị` }} sort={sort} onSort={onSort} />
            {columns.map((column) => (
              <SortHead key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, rank, partial }) => (
            <Fragment key={unit.code}>
              <tr data-open={open === unit.code || undefined}>
                <td className={classes.rank}>{rank === null ? '–' : `${rank}${partial ? PART_MARK : ''}`}</td>
                <th scope="row">
                  <button
                    type="button"
                    className={`${button.turn} ${classes.unit}`}
                    aria-expanded={open === unit.code}
                    onClick={() => setOpen(open === unit.code ? null : unit.code)}
                  >
                    <ChevronIcon size={16} />
                    <span>
                      {unit.name}
                      <Note words={noteOf(unit, settled)} />
                    </span>
                  </button>
                </th>
                {columns.map((column) => (
                  <td key={column.key} data-key={column.key}>
                    {column.text(unit)}
                  </td>
                ))}
              </tr>
              {open === unit.code && (
                <tr>
                  <td colSpan={columns.length + 2} className={classes.criteria}>
                    <div>
                      {leftOutReasons(unit, minimum).map((reason) => (
                        <p key={reason} className={classes.leftOut}>
                          {reason}
                        </p>
                      ))}
                      <CriteriaList score={unit} domainName={domainName} />
                    </div>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes.none}>{t`Không có đơn vị nào khớp. Thử gõ ít chữ hơn.`}</p>}
    </section>
  )
}

const Note = ({ words }: { words: string | null }) => words && <small>{words}</small>

type SortHeadProps = { column: Pick<ResultColumn, 'key' | 'name' | 'long'>; sort: Sort; onSort: (sort: Sort) => void }

function SortHead({ column: { key, name, long }, sort, onSort }: SortHeadProps) {
  const active = sort.key === key
  const turn = () => onSort({ key, descending: active ? !sort.descending : key !== 'name' })
  return (
    <th scope="col" aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'} data-key={key}>
      <button type="button" className={classes.sort} onClick={turn} title={long}>
        {name}
        <span aria-hidden="true">{active ? (sort.descending ? '▾' : '▴') : ''}</span>
      </button>
    </th>
  )
}

/** What the file changes against the list as it is: added, changed, as they were, and no longer listed. */
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { RosterReport } from '../../../shared/roster-types.ts'
import { t } from '../../words/t.ts'
import { columnName } from './column-names.ts'
import classes from './roster-changes.module.css'

type RosterChangesProps = {
  report: RosterReport
  removeMissing: boolean
  busy: boolean
  onRemoveMissing: (remove: boolean) => void
}

export function RosterChanges({ report, removeMissing, busy, onRemoveMissing }: RosterChangesProps) {
  const { added, changed, unchanged, missing } = report.changes
  const gone = missing.count + missing.invitations
  const rejected = report.rejected.length > 0
  return (
    <section className={classes.changes} aria-label={t`So với danh sách hiện có`}>
      <h3 className={classes.title}>{t`So với danh sách hiện có`}</h3>
      <ul className={classes.folds}>
        <Fold words={t`Thêm ${formatCount(added.count)} người`} count={added.count} shown={added.first.length}>
          {added.first.map(({ row, name }) => (
            <li key={row}>{t`Dòng ${row}: ${name}`}</li>
          ))}
        </Fold>
        <Fold words={t`Đổi ${formatCount(changed.count)} người`} count={changed.count} shown={changed.first.length}>
          {changed.first.map(({ row, name, fields }) => (
            <li key={row}>
              {t`Dòng ${row}: ${name}`}
              <ul>
                {fields.map(({ column, before, after }) => (
                  <li key={`${column} ${after}`}>
                    {columnName(column)}: {before === '' ? null : <del>{before}</del>} {before === '' ? '' : '→ '}
                    {after === '' ? t`bỏ trống` : <ins>{after}</ins>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </Fold>
        <li className={classes.plain}>{t`Giữ nguyên ${formatCount(unchanged)} người`}</li>
        <Fold
          words={
            missing.invitations > 0
              ? t`Không còn trong tệp: ${formatCount(missing.count)} người và ${formatCount(missing.invitations)} phiếu của người khác`
              : t`Không còn trong tệp: ${formatCount(missing.count)} người`
          }
          count={missing.count}
          shown={missing.first.length}
        >
          {missing.first.map(({ id, name, units }) => (
            <li key={id}>
              {name} ({units.join('; ')})
            </li>
          ))}
        </Fold>
      </ul>
      {gone > 0 && (
        <Checkbox
          label={t`Bỏ khỏi danh sách những người không còn trong tệp`}
          description={
            rejected
              ? t`Chỉ bỏ được khi mọi dòng của tệp đều đúng: chưa thể biết dòng chưa đúng là của ai.`
              : t`Không chọn thì họ vẫn ở lại trong danh sách.`
          }
          checked={removeMissing && !rejected}
          disabled={busy || rejected}
          onChange={(event) => onRemoveMissing(event.currentTarget.checked)}
        />
      )}
    </section>
  )
}

type FoldProps = { words: string; count: number; shown: number; children: ReactNode }

function Fold({ words, count, shown, children }: FoldProps) {
  if (count === 0) return <li className={classes.plain}>{words}</li>
  return (
    <li>
      <details>
        <summary>{words}</summary>
        <ul className={classes.people}>
          {children}
          {count > shown && <li>{t`… và ${formatCount(count - shown)} người khác`}</li>}
        </ul>
      </details>
    </li>
  )
}

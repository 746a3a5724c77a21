/** What a file would bring before anything is imported: its columns, its mistakes, what it changes; and the buttons. */
import { Button, Group } from '@mantine/core'
import { useCallback, useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { Correction, RosterReport } from '../../../shared/roster-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import counts from '../../shared/import-counts.module.css'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { ColumnMatch } from './column-match.tsx'
import { columnName } from './column-names.ts'
import classes from './import-review.module.css'
import { check, chooseColumns, choosePlace, forgetFile, type ImportState, mend, unmend } from './import-store.ts'
import { ProblemList } from './problem-list.tsx'
import { RosterChanges } from './roster-changes.tsx'

type ImportReviewProps = {
  code: string
  state: ImportState
  report: RosterReport
  /** How many are on the list already. */
  known: number
  onImport: (options: { partial: boolean; removeMissing: boolean }) => void
}

const SHOWN = 300

export function ImportReview({ code, state, report, known, onImport }: ImportReviewProps) {
  const { file, corrections, stale, act } = state
  const { rows, accepted, rejected, duplicates, strata, header } = report
  const [removeMissing, setRemoveMissing] = useState(false)
  const busy = act !== null
  const readable = header.missing.length === 0
  const badRows = new Set(rejected.map(({ row }) => row)).size
  const small = strata.filter((stratum) => stratum.small).length
  const onMend = useCallback((mended: Correction[]) => mend(code, mended), [code])
  const onUnmend = useCallback((mended: Correction[]) => unmend(code, mended), [code])
  const gone = report.changes.missing.count
  const nothing = report.changes.added.count + report.changes.changed.count === 0
  const recheck = () => void check(code)
  return (
    <Panel title={t`Kiểm tra tệp ${file.name}`}>
      <div className={classes.preview} aria-busy={busy}>
        <ColumnMatch
          report={report}
          busy={busy}
          onColumns={(columns) => chooseColumns(code, columns)}
          onPlace={(place) => choosePlace(code, place)}
        />
        {readable && <Counts rows={rows} accepted={accepted} badRows={badRows} duplicates={duplicates.length} />}
        {readable && (
          <ProblemList
            report={report}
            corrections={corrections}
            stale={stale}
            busy={busy}
            onMend={onMend}
            onUnmend={onUnmend}
            onCheck={recheck}
          />
        )}
        {readable && known > 0 && (
          <RosterChanges report={report} removeMissing={removeMissing} busy={busy} onRemoveMissing={setRemoveMissing} />
        )}
        {duplicates.length > 0 && (
          <details className={classes.duplicates}>
            <summary>{t`Xem ${formatCount(duplicates.length)} dòng trùng; mỗi người chỉ được nhập một lần`}</summary>
            <p>
              {duplicates
                .slice(0, SHOWN)
                .map(({ row, of }) => t`dòng ${row} trùng dòng ${of}`)
                .join('; ')}
            </p>
          </details>
        )}
        <Warnings report={report} />
        {readable && small > 0 && (
          <p className={classes.small}>
            {t`${formatCount(small)} nhóm còn quá ít người trong đơn vị của mình; nếu giữ vậy, khi mở chúng được gộp với nhóm khác cùng đơn vị để giữ kín danh tính.`}
          </p>
        )}
        <ErrorNote error={state.error}>
          {state.error ? <p>{t`Tệp và mọi chỗ đã sửa vẫn còn đây. Bấm lại nút bên dưới để làm tiếp.`}</p> : null}
        </ErrorNote>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => forgetFile(code)} disabled={busy}>
            {t`Chọn tệp khác`}
          </Button>
          {readable && !stale && badRows > 0 && accepted > 0 && (
            <Button variant="default" disabled={busy} onClick={() => onImport({ partial: true, removeMissing: false })}>
              {t`Chỉ nhập ${formatCount(accepted)} dòng đúng`}
            </Button>
          )}
          {/* With something mended the button stands beside it, in the list above. */}
          {readable && stale && corrections.length === 0 && (
            <Button loading={act === 'check'} onClick={recheck}>
              {t`Kiểm tra lại`}
            </Button>
          )}
          {readable && !stale && badRows === 0 && (
            <Button
              loading={busy}
              disabled={accepted === 0}
              onClick={() => onImport({ partial: false, removeMissing })}
            >
              {nothing && known > 0 && !removeMissing
                ? t`Không có gì đổi; nhập lại ${formatCount(accepted)} dòng`
                : removeMissing && gone > 0
                  ? t`Nhập ${formatCount(accepted)} dòng và bỏ ${formatCount(gone)} người`
                  : t`Nhập ${formatCount(accepted)} dòng`}
            </Button>
          )}
        </Group>
      </div>
    </Panel>
  )
}

type CountsProps = { rows: number; accepted: number; badRows: number; duplicates: number }

function Counts({ rows, accepted, badRows, duplicates }: CountsProps) {
  return (
    <dl className={counts.counts}>
      <div>
        <dt>{t`Dòng có người`}</dt>
        <dd>{formatCount(rows)}</dd>
      </div>
      <div>
        <dt>{t`Nhập được`}</dt>
        <dd>{formatCount(accepted)}</dd>
      </div>
      <div data-bad={badRows > 0 || undefined}>
        <dt>{t`Dòng chưa đúng`}</dt>
        <dd>{formatCount(badRows)}</dd>
      </div>
      <div>
        <dt>{t`Dòng trùng`}</dt>
        <dd>{formatCount(duplicates)}</dd>
      </div>
    </dl>
  )
}

/** Those with something to choose stand among the problems. */
function Warnings({ report }: { report: RosterReport }) {
  const warnings = report.warnings.filter(({ suggestions }) => !suggestions?.length)
  if (warnings.length === 0) return null
  return (
    <details className={classes.duplicates}>
      <summary>{t`${formatCount(warnings.length)} điều nên xem lại, vẫn nhập được`}</summary>
      <ul>
        {warnings.slice(0, SHOWN).map(({ row, column, code, message }) => (
          <li key={`${row} ${column} ${code}`}>{t`Dòng ${row}, cột ${columnName(column)}: ${message}`}</li>
        ))}
      </ul>
    </details>
  )
}

/** One version beside the one before it: the totals of the units, and every point that differs. */

import { Modal } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatPoints } from '../../../shared/format-vi.ts'
import type { PointSet } from '../../../shared/index-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import { changedCells, changeText, totalsOf } from './changed-cells.ts'
import { usePointSet } from './points-queries.ts'
import type { SetHead } from './set-cards.ts'
import classes from './set-changes.module.css'

type SetChangesProps = { code: string; version: SetHead | null; opened: boolean; onClose: () => void }

/** `version` stays while the dialog fades. */
export function SetChanges({ code, version, opened, onClose }: SetChangesProps) {
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={version && t`Bản ${version.version}`}>
      {version && <Changes key={version.id} code={code} id={version.id} />}
    </Modal>
  )
}

const SHOWN = 400

function Changes({ code, id }: { code: string; id: string }) {
  const { data, error, isLoading, refetch } = usePointSet(code, id)
  const [view, setView] = useState('cells')
  if (!data) return isLoading ? <PageLoading /> : <ErrorNote error={error} onRetry={() => void refetch()} />
  const rows = view === 'cells' ? cellRows(data) : totalRows(data)
  const header =
    view === 'cells'
      ? [t`Đơn vị`, t`Tiêu chí`, t`Trước`, t`Sau`, t`Thay đổi`]
      : [t`Đơn vị`, t`Trước`, t`Sau`, t`Thay đổi`]
  return (
    <div className={classes.changes}>
      <p>{t`${data.actor} nhập vì: “${data.reason}”. ${againstWords(data)}`}</p>
      <div className={classes.tools}>
        <SegmentedControl
          value={view}
          onChange={setView}
          data={[
            { value: 'cells', label: t`Ô thay đổi (${formatCount(data.changed)})` },
            { value: 'totals', label: t`Tổng từng đơn vị` },
          ]}
          aria-label={t`Xem gì`}
        />
        <CopyButton text={() => toTsv([header, ...rows])} />
      </div>
      <ScrollTable box label={t`Thay đổi của bản này`} header={header} maxHeight="55vh" className={classes.table}>
        {rows.slice(0, SHOWN).map((cells) => (
          <tr key={cells.slice(0, 2).join(' ')}>
            {cells.map((cell, at) => (
              <td key={header[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </ScrollTable>
      {rows.length > SHOWN && (
        <p className={classes.soft}>
          {t`Đang hiện ${SHOWN} trên ${formatCount(rows.length)} dòng. Nút Sao chép lấy đủ tất cả.`}
        </p>
      )}
    </div>
  )
}

function againstWords({ against, round }: PointSet): string {
  if (!against) return t`Đây là bản đầu tiên.`
  return against.round === round
    ? t`So với bản ${against.version}.`
    : t`So với bản ${against.version} của thẩm định lần ${against.round}.`
}

const cellRows = (set: PointSet): string[][] =>
  changedCells(set).map(({ unit, leaf, name, before, after }) => [
    unit,
    `${leaf}. ${name}`,
    formatPoints(before),
    formatPoints(after),
    changeText(before, after),
  ])

const totalRows = (set: PointSet): string[][] =>
  totalsOf(set).map(({ unit, before, after }) => [
    unit,
    formatPoints(before),
    formatPoints(after),
    changeText(before, after),
  ])

/** What did not arrive, grouped by cause: who still needs somebody, and, folded, what has come right since. */

import { useState } from 'react'
import type { FailureGroup } from '../../../../shared/delivery-types.ts'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'
import classes from './failure-list.module.css'
import { FailureRow } from './failure-row.tsx'
import { RetryDialog } from './retry-dialog.tsx'

type FailureListProps = { code: string; failures: FailureGroup[]; mayChange: boolean }

export function FailureList({ code, failures, mayChange }: FailureListProps) {
  const [chosen, setChosen] = useState<FailureGroup | null>(null)
  const [asking, setAsking] = useState(false)
  // Those that nobody can tell about have a list of their own.
  const groups = failures.filter(({ state }) => state !== 'unknown')
  // What is tried again by itself needs nobody, but has not come right either.
  const open = groups.filter(({ state, needing }) => state === 'queued' || needing > 0)
  const settled = groups.filter((group) => !open.includes(group))
  const row = (group: FailureGroup) => (
    <FailureRow
      key={`${group.channel}-${group.state}-${group.cause}`}
      code={code}
      group={group}
      onRetry={
        mayChange && group.retryable && group.state === 'failed' && group.needing > 0
          ? () => {
              setChosen(group)
              setAsking(true)
            }
          : null
      }
    />
  )
  return (
    <Panel flush title={t`Chưa tới được, theo nguyên nhân`}>
      {open.length === 0 && (
        <p className={classes.fine}>
          {groups.length === 0 ? t`Không có tin nào bị từ chối hay gặp trục trặc.` : t`Không còn ai cần xử lý.`}
        </p>
      )}
      <ul className={classes.list}>{open.map(row)}</ul>
      {settled.length > 0 && (
        <details className={classes.settled}>
          <summary>{t`Đã được giải quyết (${settled.length})`}</summary>
          <p>{t`Những người này đã trả lời, đã có hoặc sắp có tin khác, đã được gửi tay, hoặc đã từ chối nhận tin.`}</p>
          <ul className={classes.list}>{settled.map(row)}</ul>
        </details>
      )}
      {chosen && <RetryDialog code={code} group={chosen} opened={asking} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

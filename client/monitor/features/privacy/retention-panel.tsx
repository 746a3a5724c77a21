/** How long what is kept, what goes next and when, and what has gone. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { Purge, RetentionView, RuleView } from '../../../shared/privacy-types.ts'
import { actorWords } from '../../shared/actor-words.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useIsAdmin } from '../../shared/may-change.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import classes from './privacy.module.css'
import { useRetention } from './privacy-queries.ts'
import { countWords, RULE_NAMES, writeDay } from './privacy-words.ts'
import { PurgeForm } from './purge-form.tsx'
import { RetentionForm } from './retention-form.tsx'

export function RetentionPanel({ code }: { code: string }) {
  const isAdmin = useIsAdmin()
  const { data, error, isLoading, refetch } = useRetention(code)
  const [form, setForm] = useState<'days' | 'purge' | null>(null)
  const leave = () => setForm(null)
  const due = data?.rules.filter((rule) => rule.due && hasAny(rule)) ?? []
  return (
    <Panel flush title={t`Giữ bao lâu, xóa khi nào`}>
      {error && (
        <div className={classes.inside}>
          <ErrorNote error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isLoading && <PageLoading />}
      {data && (
        <>
          <p className={classes.summary}>{introduction(data)}</p>
          <RulesTable data={data} />
          {isAdmin && (
            <div className={classes.foot}>
              <Button variant="default" onClick={() => setForm('days')}>
                {t`Đổi thời hạn`}
              </Button>
              {due.length > 0 && <Button onClick={() => setForm('purge')}>{t`Xóa ngay phần đến hạn`}</Button>}
            </div>
          )}
          {data.purges.length > 0 && <Purges purges={data.purges} />}
          <Modal opened={form === 'days'} onClose={leave} title={t`Đổi thời hạn`} size="lg">
            <RetentionForm code={code} data={data} onDone={leave} />
          </Modal>
          <Modal opened={form === 'purge'} onClose={leave} title={t`Xóa ngay phần đến hạn`} size="lg">
            <PurgeForm code={code} rules={due} onDone={leave} />
          </Modal>
        </>
      )}
    </Panel>
  )
}

const hasAny = ({ counts }: RuleView): boolean => Object.values(counts).some((count) => count > 0)

function introduction({ finalOn }: RetentionView): string {
  const never = t`Điểm, số đếm và biên nhận không bao giờ đổi vì việc xóa này.`
  return finalOn
    ? t`Tính từ ngày chốt kết quả ${writeDay(finalOn)}. Đến hạn, hệ thống tự xóa mỗi ngày một lần và ghi lại đã xóa bao nhiêu. ${never}`
    : t`Tính từ ngày chốt kết quả; đợt này chưa chốt nên chưa xóa gì. Đến hạn, hệ thống tự xóa mỗi ngày một lần và ghi lại đã xóa bao nhiêu. ${never}`
}

const RulesTable = ({ data }: { data: RetentionView }) => (
  <table className={`${table.table} ${table.cards}`}>
    <thead>
      <tr>
        <th scope="col">{t`Dữ liệu`}</th>
        <th scope="col">{t`Giữ sau khi chốt`}</th>
        <th scope="col">{t`Xóa ngày`}</th>
        <th scope="col">{t`Đang có`}</th>
      </tr>
    </thead>
    <tbody>
      {data.rules.map((rule) => (
        <tr key={rule.rule}>
          <th scope="row">{RULE_NAMES[rule.rule]}</th>
          <td data-label={t`Giữ sau khi chốt`} className={table.short}>
            {t`${formatCount(rule.days)} ngày`}
          </td>
          <td data-label={t`Xóa ngày`} className={table.short}>
            {rule.dueOn ? writeDay(rule.dueOn) : t`chưa chốt`}{' '}
            {rule.due && hasAny(rule) && <StatePill tone="warn" words={t`Đến hạn`} />}
          </td>
          <td data-label={t`Đang có`}>
            {countWords(rule.counts, formatCount)}
            {rule.waiting > 0 && <small>{t`chưa kể ${rule.waiting} người đang có yêu cầu chưa giải quyết`}</small>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Purges = ({ purges }: { purges: Purge[] }) => (
  <div className={classes.inside}>
    <h3 className={classes.heading}>{t`Đã xóa`}</h3>
    <ul className={classes.purges}>
      {purges.map((purge) => (
        <li key={`${purge.on} ${purge.rule} ${purge.by}`}>
          <time dateTime={purge.on}>{writeDay(purge.on)}</time>
          <span>
            {RULE_NAMES[purge.rule]}: {countWords(purge.counts, formatCount)}
          </span>
          <small>{actorWords(purge.by)}</small>
        </li>
      ))}
    </ul>
  </div>
)

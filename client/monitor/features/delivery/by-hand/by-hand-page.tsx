/** Gửi tay: whom no message reaches, by unit; on paper, or one by one in an officer's own Zalo, marked by whom. */

import { NativeSelect } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ByHandPerson, Scope } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { campaignPath, useCampaign, useProgress } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { SegmentedControl } from '../../../shared/segmented-control.ts'
import { t } from '../../../words/t.ts'
import { useByHand } from '../delivery-queries.ts'
import { Pages } from '../pages.tsx'
import classes from './by-hand-page.module.css'
import { HandTable } from './hand-table.tsx'
import { MessageDialog } from './message-dialog.tsx'
import { PrintCards } from './print-cards.tsx'

const SCOPES: { value: Scope; label: string }[] = [
  { value: 'unreached', label: t`Chưa nhận được tin` },
  { value: 'unanswered', label: t`Chưa trả lời` },
]

export function ByHandPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { status } = useCampaign(code).data!
  const mayUse = useMayChange()
  const [scope, setScope] = useState<Scope>('unreached')
  const [unit, setUnit] = useState('')
  const [number, setNumber] = useState(1)
  const [chosen, setChosen] = useState<ByHandPerson | null>(null)
  const [writing, setWriting] = useState(false)
  const units = (useProgress(code).data?.blocks ?? []).flatMap((block) => block.units.filter((one) => one.invited > 0))
  const ready = mayUse && (status === 'open' || status === 'paused')
  const list = useByHand(code, scope, unit, number, ready)
  if (!ready) return <NotNow mayUse={mayUse} draft={status === 'draft'} />
  return (
    <div className={page.stack}>
      <p className={page.lead}>
        {t`Dành cho người mà thư điện tử và Zalo không tới: in giấy có mã QR để đưa, hoặc nhắn từng người bằng Zalo của bạn. Mỗi đường dẫn chỉ dùng cho đúng một người.`}
      </p>
      <Panel flush label={t`Danh sách gửi tay`}>
        <div className={classes.tools}>
          <SegmentedControl
            value={scope}
            onChange={(value) => {
              setScope(value as Scope)
              setNumber(1)
            }}
            data={SCOPES}
            aria-label={t`Ai`}
          />
          <NativeSelect
            className={classes.unit}
            aria-label={t`Đơn vị`}
            data={[
              { value: '', label: t`Mọi đơn vị` },
              ...units.map(({ code: value, name: label }) => ({ value, label })),
            ]}
            value={unit}
            onChange={(event) => {
              setUnit(event.currentTarget.value)
              setNumber(1)
            }}
          />
          {list.data && list.data.total > 0 && (
            <PrintCards path={campaignPath(code, '/by-hand/sheet')} choice={{ scope, unit }} list={list.data} />
          )}
          <span className={classes.number} role="status">
            {list.data && t`${formatCount(list.data.total)} người, đã gửi tay ${formatCount(list.data.handed)}`}
          </span>
        </div>
        {list.error && (
          <div className={classes.tools}>
            <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.isLoading && <PageLoading />}
        {list.data?.total === 0 && (
          <p className={classes.empty}>
            {scope === 'unreached'
              ? t`Không còn ai: mọi người chưa trả lời đều đã có tin gửi tới hoặc đang chờ gửi. Muốn gửi tay cho người chưa trả lời, chọn “Chưa trả lời”.`
              : t`Mọi người đã trả lời.`}
          </p>
        )}
        {list.data && list.data.total > 0 && (
          <>
            <HandTable
              code={code}
              people={list.data.people}
              onWrite={(person) => {
                setChosen(person)
                setWriting(true)
              }}
            />
            <Pages
              page={number}
              perPage={list.data.pageSize}
              total={list.data.total}
              what={t`người`}
              onPage={setNumber}
            />
          </>
        )}
      </Panel>
      {chosen && <MessageDialog code={code} person={chosen} opened={writing} onClose={() => setWriting(false)} />}
    </div>
  )
}

function NotNow({ mayUse, draft }: { mayUse: boolean; draft: boolean }) {
  return (
    <Panel title={t`Gửi tay`}>
      <p className={page.lead}>
        {mayUse
          ? draft
            ? t`Đường dẫn của từng người có từ khi mở đợt điều tra. Hãy mở đợt điều tra trước.`
            : t`Đợt điều tra đã đóng nên không gửi thêm cho ai.`
          : t`Phần này có đường dẫn riêng của từng người nên chỉ cán bộ điều hành dùng được. Ai được gửi tay, bởi ai và lúc nào, xem ở Tìm người.`}
      </p>
    </Panel>
  )
}

/** Kế hoạch: every wave, begun or to come, what can be done with it; and the form that changes what has not begun. */

import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanView } from '../../../../shared/delivery-types.ts'
import { formatCount, formatDate, formatMoment } from '../../../../shared/format-vi.ts'
import { useCampaign } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'
import { usePlan } from '../delivery-queries.ts'
import { Note } from '../note.tsx'
import { isOpenToChange } from './plan-draft.ts'
import { PlanEditor } from './plan-editor.tsx'
import { WaveList } from './wave-list.tsx'

export function PlanPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { status } = useCampaign(code).data!
  const mayChange = useMayChange() && status !== 'closed' && status !== 'final'
  const plan = usePlan(code)
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  if (!plan.data) {
    return plan.error ? <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} /> : <PageLoading />
  }
  const { waves } = plan.data
  // The rows of the form are not told twice.
  const listed = editing ? waves.filter((wave) => !isOpenToChange(wave)) : waves
  const edit = () => {
    setSaved(false)
    setEditing(true)
  }
  return (
    <div className={page.stack}>
      <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
      {saved && <Note>{t`Đã lưu kế hoạch.`}</Note>}
      {editing ? (
        <PlanEditor
          code={code}
          plan={plan.data}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            setSaved(true)
          }}
        />
      ) : (
        <Panel
          title={t`Khuôn khổ gửi`}
          aside={mayChange && <Button onClick={edit}>{waves.length === 0 ? t`Lập kế hoạch` : t`Sửa kế hoạch`}</Button>}
        >
          <Settings plan={plan.data} />
        </Panel>
      )}
      {(!editing || listed.length > 0) && <WaveList code={code} waves={listed} mayChange={mayChange} />}
    </div>
  )
}

function Settings({ plan: { hours, daysOff, maxMessages, closesAt } }: { plan: PlanView }) {
  const days = [
    daysOff.includes('sat') && t`thứ Bảy`,
    daysOff.includes('sun') && t`Chủ nhật`,
    ...daysOff.filter((day) => day !== 'sat' && day !== 'sun').map((day) => formatDate(day)),
  ].filter(Boolean)
  return (
    <p className={page.lead}>
      {t`${hours === 'any' ? t`Đang chạy thử: gửi cả ngày lẫn đêm. ` : t`Chỉ gửi từ ${hours.from} tới ${hours.to}. `}${days.length > 0 ? t`Không gửi ${days.join(', ')}. ` : t`Gửi cả các ngày trong tuần. `}Mỗi người nhận nhiều nhất ${formatCount(maxMessages)} tin trong cả đợt.`}
      {closesAt && t` Hạn trả lời ${formatMoment(closesAt)}.`}
    </p>
  )
}

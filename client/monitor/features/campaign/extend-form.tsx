/** Moves the deadline away: from when to when, for how many, and what people have been told already. */
import { useState } from 'react'
import type { Extended } from '../../../shared/api-types.ts'
import { addDays, dayOf, formatCount, formatDate, formatMoment } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActDone, ActForm } from '../../shared/act-form.tsx'
import { useProgress } from '../../shared/campaign-queries.ts'
import { MomentField } from '../../shared/moment-field.tsx'
import { parseMoment } from '../../shared/parse-moment.ts'
import { isReason } from '../../shared/reason-field.tsx'
import { ReasonText } from '../../shared/reason-text.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'

const USUAL_DAYS = 7
const USUAL_HOUR = '17:00'

/** A week after the deadline, or after today where that has passed. */
function usualDeadline(closesAt: string | null, now: number): string {
  const from = Math.max(now, closesAt === null ? 0 : Date.parse(closesAt))
  return `${formatDate(addDays(dayOf(from), USUAL_DAYS))} ${USUAL_HOUR}`
}

export function ExtendForm({ campaign, onDone }: ActFormProps) {
  const extend = useAct<Extended>(campaign.code, '/extend')
  const [typed, setTyped] = useState(() => usualDeadline(campaign.closesAt, Date.now()))
  const [reason, setReason] = useState('')
  const { invited, answered } = useProgress(campaign.code).data ?? campaign
  if (extend.data) return <Done extended={extend.data} onDone={onDone} />
  const closesAt = parseMoment(typed)
  const problem = closesAt && problemOf(closesAt, campaign.closesAt, Date.now())
  const over = campaign.closesAt !== null && Date.parse(campaign.closesAt) <= Date.now()
  return (
    <ActForm
      submit={t`Gia hạn`}
      busy={extend.isPending}
      disabled={closesAt === null || problem !== null || !isReason(reason)}
      error={extend.error}
      onSubmit={() => extend.mutate({ closesAt, reason: reason.trim() })}
      onCancel={onDone}
    >
      <p className={classes.big}>
        <b>{t`${formatCount(invited - answered)} phiếu`}</b>
        {t` chưa trả lời trên ${formatCount(invited)} phiếu sẽ có thêm thời gian.`}
      </p>
      <dl className={classes.facts}>
        <dt>{over ? t`Hạn hiện tại (đã qua)` : t`Hạn hiện tại`}</dt>
        <dd>{campaign.closesAt ? formatMoment(campaign.closesAt) : t`không có`}</dd>
        <dt>{t`Hạn mới`}</dt>
        <dd>{closesAt && !problem ? formatMoment(closesAt) : '–'}</dd>
      </dl>
      <MomentField
        required
        label={t`Hạn mới`}
        description={t`Ngày và giờ`}
        value={typed}
        error={problem}
        onChange={setTyped}
        data-autofocus
      />
      <ReasonText
        label={t`Lý do gia hạn`}
        description={t`Bắt buộc; ghi vào nhật ký cùng tên của bạn, ví dụ: các xã vùng cao trả lời chậm.`}
        value={reason}
        onChange={setReason}
        required
      />
      <p className={classes.soft}>
        {t`Dời rồi thì không đặt lại hạn sớm hơn được; muốn kết thúc sớm hơn, hãy đóng đợt điều tra.`}
      </p>
      <p className={classes.soft}>
        {t`Trang trả lời trên điện thoại, màn hình theo dõi và kế hoạch gửi đổi theo ngay. Tin đã gửi vẫn ghi hạn cũ: hãy gửi một lượt nhắc để báo hạn mới.`}
      </p>
    </ActForm>
  )
}

function problemOf(closesAt: string, present: string | null, now: number): string | null {
  if (Date.parse(closesAt) <= now) return t`Thời điểm này đã qua.`
  if (present !== null && Date.parse(closesAt) <= Date.parse(present)) return t`Hạn mới phải ở sau hạn hiện tại.`
  return null
}

function Done({ extended: { before, closesAt }, onDone }: { extended: Extended; onDone: () => void }) {
  return (
    <ActDone onDone={onDone}>
      <p className={classes.big}>
        {before === null || before === closesAt ? '' : t`Trước đây: ${formatMoment(before)}. `}
        {t`Hạn trả lời nay là `}
        <b>{formatMoment(closesAt)}</b>.
      </p>
      <p className={classes.soft}>{t`Người chưa trả lời chưa được báo hạn mới: hãy gửi một lượt nhắc.`}</p>
    </ActDone>
  )
}

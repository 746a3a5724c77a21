import type { StatusView } from '../../../shared/api-types.ts'
import { dayOf, daysBetween, formatCount, formatMoment, formatPercent, formatTime } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { ActList } from '../../shared/act-list.tsx'
import { useProgress } from '../../shared/campaign-queries.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'

/** That people were told of a later end; null when there is none or it has passed. `now` in milliseconds. */
function deadlineAhead(closesAt: string | null, now: number): string | null {
  if (!closesAt || Date.parse(closesAt) <= now) return null
  const days = daysBetween(dayOf(now), dayOf(closesAt))
  if (days === 0) return t`Chưa tới hạn trả lời đã báo cho mọi người: ${formatTime(closesAt)} hôm nay.`
  return t`Hạn trả lời còn ${days} ngày nữa: mọi người được báo tới ${formatMoment(closesAt)}.`
}

export function CloseForm({ campaign, onDone }: ActFormProps) {
  const close = useAct<StatusView>(campaign.code, '/close')
  const { invited, answered, blocks } = useProgress(campaign.code).data ?? { ...campaign, blocks: [] }
  const missing = invited - answered
  const ahead = deadlineAhead(campaign.closesAt, Date.now())
  const small = blocks.flatMap((block) => block.units).filter((unit) => unit.answered < campaign.minimumCell)
  return (
    <ActForm
      submit={t`Đóng đợt điều tra`}
      busy={close.isPending}
      error={close.error}
      onSubmit={() => close.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
      word={campaign.code}
      irreversible={[
        ...(ahead ? [ahead] : []),
        t`Các khóa nhận phiếu bị hủy: không ai, kể cả người quản trị, thêm được phiếu nào nữa.`,
        ...(missing > 0 ? [t`${formatCount(missing)} phiếu chưa trả lời sẽ không trả lời được nữa.`] : []),
      ]}
    >
      <p className={classes.big}>
        {t`Đã có `}
        <b>{t`${formatCount(answered)} trên ${formatCount(invited)} phiếu`}</b> ({formatPercent(answered, invited)}).
      </p>
      {small.length > 0 && (
        <div>
          <p className={classes.soft}>
            {t`${formatCount(small.length)} đơn vị chưa đủ ${campaign.minimumCell} phiếu và sẽ không có điểm:`}
          </p>
          <ActList
            label={t`Đơn vị sẽ không có điểm`}
            rows={small.map((unit) => ({
              key: unit.code,
              name: unit.name,
              said: t`${unit.answered} / ${unit.invited} phiếu`,
            }))}
          />
        </div>
      )}
    </ActForm>
  )
}

import { useState } from 'react'
import type { StatusView } from '../../../shared/api-types.ts'
import { formatCount, formatPercent } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { useProgress } from '../../shared/campaign-queries.ts'
import { isTyped, TypedWord } from '../../shared/typed-word.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'

export function CloseForm({ campaign, onDone }: ActFormProps) {
  const close = useAct<StatusView>(campaign.code, '/close')
  const [typed, setTyped] = useState('')
  const { invited, answered, blocks } = useProgress(campaign.code).data ?? { ...campaign, blocks: [] }
  const missing = invited - answered
  const small = blocks.flatMap((block) => block.units).filter((unit) => unit.answered < campaign.minimumCell)
  return (
    <ActForm
      submit={t`Đóng đợt điều tra`}
      busy={close.isPending}
      disabled={!isTyped(campaign.code, typed)}
      error={close.error}
      onSubmit={() => close.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
      confirm={<TypedWord word={campaign.code} value={typed} onChange={setTyped} />}
      irreversible={[
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
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
          <ul className={classes.units} tabIndex={0} aria-label={t`Đơn vị sẽ không có điểm`}>
            {small.map((unit) => (
              <li key={unit.code}>
                <span>{unit.name}</span>
                <span>{t`${unit.answered} / ${unit.invited} phiếu`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </ActForm>
  )
}

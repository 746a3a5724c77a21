import type { StatusView } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { useProgress } from '../../shared/campaign-queries.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'

/** Holds the intake back, or lets it go on; says for how many. */
export function PauseForm({ campaign, act, onDone }: ActFormProps & { act: 'pause' | 'resume' }) {
  const change = useAct<StatusView>(campaign.code, `/${act}`)
  const { invited, answered } = useProgress(campaign.code).data ?? campaign
  const missing = invited - answered
  return (
    <ActForm
      submit={act === 'pause' ? t`Tạm dừng nhận phiếu` : t`Nhận phiếu trở lại`}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
    >
      {missing > 0 && (
        <p className={classes.big}>
          <b>{t`${formatCount(missing)} phiếu`}</b>
          {act === 'pause' ? t` chưa trả lời phải chờ.` : t` chưa trả lời lại gửi được.`}
        </p>
      )}
      <p className={classes.soft}>
        {act === 'pause'
          ? t`Phiếu đang điền vẫn được giữ trên điện thoại của người trả lời và tự gửi khi bạn nhận phiếu trở lại. Tin chưa gửi cũng chờ.`
          : t`Phiếu đang chờ trên điện thoại của người trả lời sẽ tự gửi về. Tin chưa gửi được gửi tiếp.`}
      </p>
    </ActForm>
  )
}

import type { StatusView } from '../../../shared/api-types.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'

export function PauseForm({ campaign, act, onDone }: ActFormProps & { act: 'pause' | 'resume' }) {
  const change = useAct<StatusView>(campaign.code, `/${act}`)
  return (
    <ActForm
      submit={act === 'pause' ? t`Tạm dừng nhận phiếu` : t`Nhận phiếu trở lại`}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <p className={classes.big}>
        {act === 'pause'
          ? t`Phiếu đang điền vẫn được giữ trên điện thoại của người trả lời và tự gửi khi bạn nhận phiếu trở lại. Tin chưa gửi cũng chờ.`
          : t`Phiếu đang chờ trên điện thoại của người trả lời sẽ tự gửi về. Tin chưa gửi được gửi tiếp.`}
      </p>
    </ActForm>
  )
}

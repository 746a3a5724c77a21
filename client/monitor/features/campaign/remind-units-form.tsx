/** Reminds who has not answered about some units: those units and what is missing of each, whom it reaches, then the button. */
import type { UnitProgress } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActDone } from '../../shared/act-form.tsx'
import { ActList } from '../../shared/act-list.tsx'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'
import { SendNow } from './send-now.tsx'

/** `units` as the progress has them, live: figures follow while the form is open. A unit that is complete is left out. */
export type RemindUnitsProps = ActFormProps & { units: Pick<UnitProgress, 'code' | 'name' | 'invited' | 'answered'>[] }

export function RemindUnitsForm({ campaign, units, onDone }: RemindUnitsProps) {
  const behind = units.filter(({ invited, answered }) => answered < invited)
  const missing = behind.reduce((sum, { invited, answered }) => sum + invited - answered, 0)
  const [only] = behind
  if (!only) {
    return (
      <ActDone onDone={onDone}>
        <p className={classes.big}>{t`Mọi phiếu của đơn vị đã chọn đều được trả lời. Không cần nhắc ai.`}</p>
      </ActDone>
    )
  }
  return (
    <SendNow
      campaign={campaign}
      kind="reminder"
      units={behind.map(({ code }) => code)}
      submit={behind.length === 1 ? t`Nhắc đơn vị này` : t`Nhắc ${formatCount(behind.length)} đơn vị`}
      onDone={onDone}
    >
      <p className={classes.big}>
        {t`Chỉ nhắc người chưa trả lời về `}
        <b>{behind.length === 1 ? only.name : t`${formatCount(behind.length)} đơn vị`}</b>
        {t`: còn `}
        <b>{t`${formatCount(missing)} phiếu`}</b>.
      </p>
      {behind.length > 1 && (
        <ActList
          label={t`Đơn vị được nhắc`}
          rows={behind.map(({ code, name, invited, answered }) => ({
            key: code,
            name,
            said: t`còn ${formatCount(invited - answered)} / ${formatCount(invited)} phiếu`,
          }))}
        />
      )}
    </SendNow>
  )
}

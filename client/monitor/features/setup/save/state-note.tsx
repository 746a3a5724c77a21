/** Which version stands here, and whether it may still be changed. */
import { formatMoment } from '../../../../shared/format-vi.ts'
import { LockIcon } from '../../../shared/icons.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import { t } from '../../../words/t.ts'
import { useSetup } from '../state/setup-context.ts'
import classes from './save.module.css'

export function StateNote() {
  const { base, frozen } = useSetup()
  const mayChange = useMayChange()
  const { version, savedBy, savedAt } = base
  const saved = savedBy
    ? t`Bản ${version}, ${savedBy} lưu lúc ${formatMoment(savedAt)}.`
    : t`Bản ${version}, lưu lúc ${formatMoment(savedAt)}.`
  return (
    <p className={classes.state}>
      {(frozen || !mayChange) && <LockIcon size={16} />}
      <span>
        {frozen && (
          <b>{t`Đợt điều tra đã mở nên phần thiết lập không đổi được nữa, để mọi phiếu được hỏi và chấm như nhau.`} </b>
        )}
        {!frozen && !mayChange && <b>{t`Tài khoản của bạn chỉ xem.`} </b>}
        {saved}
      </span>
    </p>
  )
}

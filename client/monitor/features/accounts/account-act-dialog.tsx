/** What is done to an account, said before it is done. */
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { AccountView, InvitedView } from '../../../shared/account-types.ts'
import act from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { t } from '../../words/t.ts'
import { useAdminChange } from './accounts-queries.ts'
import { type RoleChoice, RoleFields } from './role-fields.tsx'

export type AccountAct = 'unlock' | 'role' | 'reset' | 'sign-out' | 'disable' | 'enable'

type ActDialogProps = {
  name: AccountAct
  account: AccountView
  onClose: () => void
  /** A link was mailed, or could not be. */
  onMailed: (mailed: InvitedView) => void
}

const TITLES: Record<AccountAct, string> = {
  unlock: t`Mở khóa`,
  role: t`Đổi vai trò`,
  reset: t`Gửi đường dẫn đặt lại mật khẩu`,
  'sign-out': t`Đăng xuất ở mọi nơi`,
  disable: t`Ngừng dùng`,
  enable: t`Cho dùng lại`,
}

export function ActDialog({ name, account, onClose, onMailed }: ActDialogProps) {
  const change = useAdminChange<InvitedView | undefined>()
  const [choice, setChoice] = useState<RoleChoice>({ role: account.role, unit: account.unit?.code ?? '' })
  const who = account.name || account.email
  const submit = () =>
    change.mutate(
      { path: `/api/accounts/${account.id}/${name}`, json: name === 'role' ? roleBody(choice) : undefined },
      { onSuccess: (answer) => (answer ? onMailed(answer) : onClose()) },
    )
  return (
    <Modal opened onClose={onClose} title={TITLES[name]} size="lg">
      <ActForm
        submit={TITLES[name]}
        busy={change.isPending}
        disabled={name === 'role' && choice.role === 'unit' && choice.unit === ''}
        error={change.error}
        onSubmit={submit}
        onCancel={onClose}
      >
        <p className={act.big}>
          <b>{who}</b>
        </p>
        {name === 'role' && <RoleFields value={choice} onChange={setChoice} />}
        <p className={act.soft}>{consequence(name, account)}</p>
      </ActForm>
    </Modal>
  )
}

export const roleBody = ({ role, unit }: RoleChoice) => ({ role, ...(role === 'unit' ? { unit } : {}) })

function consequence(name: AccountAct, { email, sessions }: AccountView): string {
  switch (name) {
    case 'unlock':
      return t`Tài khoản bị khóa vì nhập sai năm lần liền. Hãy chắc rằng chính người này vừa thử đăng nhập, rồi mở khóa để họ vào được ngay.`
    case 'role':
      return t`${sessions} phiên đang mở của người này kết thúc ngay; họ đăng nhập lại với vai trò mới.`
    case 'reset':
      return t`Thư gửi tới ${email} với đường dẫn dùng một lần trong 72 giờ. Khi đường dẫn được dùng, mật khẩu, xác thực hai lớp và mã khôi phục cũ mất hiệu lực và mọi phiên kết thúc; trước đó chưa có gì thay đổi.`
    case 'sign-out':
      return t`${sessions} phiên đang mở của người này kết thúc ngay. Mật khẩu vẫn như cũ.`
    case 'disable':
      return t`${sessions} phiên đang mở của người này kết thúc ngay và họ không đăng nhập được nữa. Tên họ vẫn còn trong nhật ký; có thể cho dùng lại sau.`
    case 'enable':
      return t`Người này đăng nhập lại được bằng mật khẩu cũ, với vai trò như trước.`
  }
}

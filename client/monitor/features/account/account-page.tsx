/** One's own account: password, second factor, sessions. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function AccountPage() {
  return <h3 className={page.title}>{t`Tài khoản của tôi`}</h3>
}

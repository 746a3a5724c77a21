/** Accounts, invitations and roles. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function AccountsPage() {
  return <h3 className={page.title}>{t`Tài khoản`}</h3>
}

/** Notice, consent, requests, retention and the register of processing. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function PrivacyPage() {
  return <h3 className={page.title}>{t`Quyền riêng tư`}</h3>
}

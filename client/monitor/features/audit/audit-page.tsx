/** Nhật ký of one campaign, or of the whole installation. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function AuditPage() {
  return <h3 className={page.title}>{t`Nhật ký`}</h3>
}

/** What was saved, by whom, and what changed. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function VersionsPage() {
  return <h3 className={page.title}>{t`Các bản đã lưu`}</h3>
}

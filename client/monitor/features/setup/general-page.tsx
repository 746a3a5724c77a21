/** Title, year, organizer, notice, levels and sources. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function GeneralPage() {
  return <h3 className={page.title}>{t`Thông tin chung`}</h3>
}

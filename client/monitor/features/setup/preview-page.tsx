/** Every questionnaire as a phone shows it. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function PreviewPage() {
  return <h3 className={page.title}>{t`Xem thử phiếu`}</h3>
}

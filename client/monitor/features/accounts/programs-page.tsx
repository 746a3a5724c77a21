/** Programs that read by API, and addresses that are told of changes. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function ProgramsPage() {
  return <h3 className={page.title}>{t`Chương trình`}</h3>
}

/** A random draw from a full staff list. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function SamplePage() {
  return <h3 className={page.title}>{t`Lấy mẫu`}</h3>
}

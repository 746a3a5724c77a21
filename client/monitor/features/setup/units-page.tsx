/** Blocks, units with predecessors, and groups. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function UnitsPage() {
  return <h3 className={page.title}>{t`Đơn vị và nhóm`}</h3>
}

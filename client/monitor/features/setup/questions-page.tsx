/** Questions and criteria as one table. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'

export function QuestionsPage() {
  return <h3 className={page.title}>{t`Câu hỏi và tiêu chí`}</h3>
}

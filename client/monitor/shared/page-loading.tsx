import { Loader } from '@mantine/core'
import { t } from '../words/t.ts'
import classes from './page.module.css'

export function PageLoading() {
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>{t`Đang tải…`}</span>
    </div>
  )
}

import { Loader } from '@mantine/core'
import classes from './page.module.css'

export function PageLoading() {
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>Đang tải…</span>
    </div>
  )
}

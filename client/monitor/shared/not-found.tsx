import { Link } from '@tanstack/react-router'
import { t } from '../words/t.ts'
import classes from './page.module.css'

export function NotFound() {
  return (
    <main className={classes.narrow}>
      <h1 className={classes.title}>{t`Không có trang này`}</h1>
      <p>{t`Địa chỉ có thể đã gõ sai hoặc đợt điều tra không còn.`}</p>
      <p>
        <Link to="/">{t`Về danh sách đợt điều tra`}</Link>
      </p>
    </main>
  )
}

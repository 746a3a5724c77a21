import { Link } from '@tanstack/react-router'
import classes from './page.module.css'

export function NotFound() {
  return (
    <main className={classes.narrow}>
      <h1 className={classes.title}>Không có trang này</h1>
      <p>Địa chỉ có thể đã gõ sai hoặc đợt điều tra không còn.</p>
      <p>
        <Link to="/">Về danh sách đợt điều tra</Link>
      </p>
    </main>
  )
}

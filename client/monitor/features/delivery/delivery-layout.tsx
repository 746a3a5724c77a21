/** Gửi phiếu: its six views, each with an address of its own. */
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useMaySeeScores } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import tabs from '../../shared/tabs.module.css'
import { OutboxNote } from './outbox-note.tsx'

const VIEWS = [
  { to: '/campaigns/$code/delivery', name: 'Tình hình' },
  { to: '/campaigns/$code/delivery/plan', name: 'Kế hoạch' },
  { to: '/campaigns/$code/delivery/channels', name: 'Kênh gửi' },
  { to: '/campaigns/$code/delivery/people', name: 'Tìm người' },
  { to: '/campaigns/$code/delivery/by-hand', name: 'Gửi tay' },
  { to: '/campaigns/$code/delivery/templates', name: 'Lời thư' },
] as const

export function DeliveryLayout() {
  const { code } = useParams({ from: '/campaigns/$code' })
  // A unit's contact sees rates only; the rail leads nobody of theirs here.
  const maySee = useMaySeeScores()
  if (!maySee) {
    return (
      <div className={page.stack}>
        <h2 className={page.title}>Gửi phiếu</h2>
        <p className={page.lead}>
          Phần này dành cho cán bộ điều hành. Tài khoản của bạn xem tỷ lệ trả lời ở mục Tổng quan.
        </p>
      </div>
    )
  }
  return (
    <div className={page.stack}>
      <h2 className={page.title}>Gửi phiếu</h2>
      <OutboxNote />
      <nav className={tabs.tabs} aria-label="Các mục của Gửi phiếu">
        {VIEWS.map(({ to, name }) => (
          <Link
            key={name}
            to={to}
            params={{ code }}
            activeOptions={{ exact: true, includeSearch: false }}
            className={tabs.tab}
          >
            {name}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}

/** Kết quả: the survey's points, and where the definition makes an index, everything that leads to its publication. */
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useCampaign } from '../../shared/campaign-queries.ts'
import { useMaySeeScores } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import tabs from '../../shared/tabs.module.css'

const VIEWS = [
  { to: '/campaigns/$code/results', name: 'Điểm khảo sát' },
  { to: '/campaigns/$code/results/index', name: 'Chỉ số' },
  { to: '/campaigns/$code/results/points', name: 'Nhập điểm' },
  { to: '/campaigns/$code/results/past', name: 'Năm trước' },
  { to: '/campaigns/$code/results/report', name: 'Báo cáo' },
  { to: '/campaigns/$code/results/publication', name: 'Công bố' },
] as const

export function ResultsLayout() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { hasIndex } = useCampaign(code).data!
  // A unit's contact sees rates only; the rail leads nobody of theirs here.
  const maySee = useMaySeeScores()
  if (!maySee) {
    return (
      <div className={page.stack}>
        <h2 className={page.title}>Kết quả</h2>
        <p className={page.lead}>
          Phần này dành cho cán bộ điều hành. Tài khoản của bạn xem tỷ lệ trả lời ở mục Tổng quan.
        </p>
      </div>
    )
  }
  return (
    <div className={page.stack}>
      <h2 className={page.title}>Kết quả</h2>
      {hasIndex && (
        <nav className={tabs.tabs} aria-label="Các mục của Kết quả">
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
      )}
      <Outlet />
    </div>
  )
}

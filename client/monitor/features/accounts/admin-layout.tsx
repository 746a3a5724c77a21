/** Quản trị: what belongs to the whole installation. */
import { Link, type LinkProps, Outlet } from '@tanstack/react-router'
import { useIsAdmin } from '../../shared/may-change.ts'
import { OfficeFrame } from '../../shared/office-frame.tsx'
import page from '../../shared/page.module.css'
import tabs from '../../shared/tabs.module.css'
import { t } from '../../words/t.ts'
import { SecondFactorNote } from './second-factor-note.tsx'

const VIEWS: readonly { to: NonNullable<LinkProps['to']>; name: string }[] = [
  { to: '/admin', name: t`Tài khoản` },
  { to: '/admin/programs', name: t`Chương trình` },
  { to: '/admin/audit', name: t`Nhật ký` },
]

export function AdminLayout() {
  const title = t`Quản trị`
  if (!useIsAdmin()) {
    return (
      <OfficeFrame title={title}>
        <p className={page.lead}>{t`Phần này dành cho quản trị viên.`}</p>
      </OfficeFrame>
    )
  }
  return (
    <OfficeFrame title={title}>
      <SecondFactorNote />
      <nav className={tabs.tabs} aria-label={t`Các mục của ${title}`}>
        {VIEWS.map(({ to, name }) => (
          <Link key={name} to={to} activeOptions={{ exact: true, includeSearch: false }} className={tabs.tab}>
            {name}
          </Link>
        ))}
      </nav>
      <Outlet />
    </OfficeFrame>
  )
}

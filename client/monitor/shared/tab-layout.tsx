/** A part of a campaign whose views each have an address of their own. */

import { Link, type LinkProps, Outlet, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../words/t.ts'
import { useMaySeeScores } from './may-change.ts'
import page from './page.module.css'
import tabs from './tabs.module.css'

export type TabView = { to: NonNullable<LinkProps['to']>; name: string }

/** `views`: none where there is but one; `note` stands between the heading and them. */
type TabLayoutProps = { title: string; views: readonly TabView[]; note?: ReactNode }

export function TabLayout({ title, views, note }: TabLayoutProps) {
  const { code } = useParams({ from: '/campaigns/$code' })
  // A unit's contact sees rates only; the rail leads nobody of theirs here.
  const maySee = useMaySeeScores()
  if (!maySee) {
    return (
      <div className={page.stack}>
        <h2 className={page.title}>{title}</h2>
        <p className={page.lead}>
          {t`Phần này dành cho cán bộ điều hành. Tài khoản của bạn xem tỷ lệ trả lời ở mục Tổng quan.`}
        </p>
      </div>
    )
  }
  return (
    <div className={page.stack}>
      <h2 className={page.title}>{title}</h2>
      {note}
      {views.length > 0 && (
        <nav className={tabs.tabs} aria-label={t`Các mục của ${title}`}>
          {views.map(({ to, name }) => (
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

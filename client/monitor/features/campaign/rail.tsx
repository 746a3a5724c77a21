import { Link } from '@tanstack/react-router'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { BrandLink } from '../../shared/brand-link.tsx'
import {
  AdminIcon,
  AuditIcon,
  DeliveryIcon,
  OverviewIcon,
  ResultsIcon,
  RosterIcon,
  SetupIcon,
} from '../../shared/icons.tsx'
import { useIsAdmin, useMaySeeScores } from '../../shared/may-change.ts'
import { PersonMenu } from '../../shared/person-menu.tsx'
import { t } from '../../words/t.ts'
import { OverdueBadge } from './overdue-badge.tsx'
import classes from './rail.module.css'

const SECTIONS = [
  { to: '/campaigns/$code', name: t`Tổng quan`, icon: <OverviewIcon size={20} /> },
  { to: '/campaigns/$code/setup', name: t`Thiết lập`, icon: <SetupIcon size={20} /> },
  { to: '/campaigns/$code/roster', name: t`Danh sách`, icon: <RosterIcon size={20} /> },
  { to: '/campaigns/$code/delivery', name: t`Gửi phiếu`, icon: <DeliveryIcon size={20} /> },
  { to: '/campaigns/$code/results', name: t`Kết quả`, icon: <ResultsIcon size={20} /> },
  { to: '/campaigns/$code/audit', name: t`Nhật ký`, icon: <AuditIcon size={20} /> },
] as const
/** What a unit's contact, who sees rates only, has of them. */
const FOR_UNITS = SECTIONS.slice(0, 1)

export function Rail({ campaign }: { campaign: CampaignDetail }) {
  const maySeeScores = useMaySeeScores()
  const isAdmin = useIsAdmin()
  const sections = maySeeScores ? SECTIONS : FOR_UNITS
  return (
    <aside className={classes.rail} aria-label={t`Thanh bên`}>
      <BrandLink className={classes.brand} />
      <nav className={classes.sections} aria-label={t`Các phần của đợt điều tra`}>
        {sections.map(({ to, name, icon }) => (
          <Link
            key={name}
            to={to}
            params={{ code: campaign.code }}
            activeOptions={{ exact: to === '/campaigns/$code', includeSearch: false }}
            className={classes.section}
          >
            {icon}
            {name}
            {to === '/campaigns/$code/roster' && <OverdueBadge code={campaign.code} />}
          </Link>
        ))}
        {isAdmin && (
          <Link to="/admin" className={classes.section}>
            <AdminIcon size={20} />
            {t`Quản trị`}
          </Link>
        )}
      </nav>
      <div className={classes.person}>
        <PersonMenu />
      </div>
    </aside>
  )
}

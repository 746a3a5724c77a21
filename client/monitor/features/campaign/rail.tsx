import { Link } from '@tanstack/react-router'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { BackIcon, DeliveryIcon, OverviewIcon, ResultsIcon, RosterIcon } from '../../shared/icons.tsx'
import { useMaySeeScores } from '../../shared/may-change.ts'
import { PersonMenu } from '../../shared/person-menu.tsx'
import classes from './rail.module.css'

const SECTIONS = [
  { to: '/campaigns/$code', name: 'Tổng quan', icon: <OverviewIcon size={20} /> },
  { to: '/campaigns/$code/roster', name: 'Danh sách', icon: <RosterIcon size={20} /> },
  { to: '/campaigns/$code/delivery', name: 'Gửi phiếu', icon: <DeliveryIcon size={20} /> },
  { to: '/campaigns/$code/results', name: 'Kết quả', icon: <ResultsIcon size={20} /> },
] as const

export function Rail({ campaign }: { campaign: CampaignDetail }) {
  const maySeeScores = useMaySeeScores()
  const sections = maySeeScores ? SECTIONS : SECTIONS.filter(({ name }) => name === 'Tổng quan')
  return (
    <aside className={classes.rail} aria-label="Thanh bên">
      <Link to="/" className={classes.brand}>
        <BackIcon size={16} />
        <span className={classes.mark} aria-hidden="true" />
        <span>
          Phiếu<small>Mọi đợt điều tra</small>
        </span>
      </Link>
      <nav className={classes.sections} aria-label="Các phần của đợt điều tra">
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
          </Link>
        ))}
      </nav>
      <div className={classes.person}>
        <PersonMenu />
      </div>
    </aside>
  )
}

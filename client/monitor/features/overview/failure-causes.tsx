/** What most often kept messages from arriving, and the way to those people. */

import { Link } from '@tanstack/react-router'
import type { FailureGroup } from '../../../shared/delivery-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { CHANNEL_NAMES } from '../../shared/channel-names.ts'
import { t } from '../../words/t.ts'
import { useFunnel } from '../delivery/delivery-queries.ts'
import classes from './failure-causes.module.css'

const SHOWN = 3

/** Those who still need somebody first, as the server orders them. */
const worst = (failures: FailureGroup[]): FailureGroup[] =>
  failures.filter(({ needing }) => needing > 0).slice(0, SHOWN)

export function FailureCauses({ code, wall }: { code: string; wall: boolean }) {
  const causes = worst(useFunnel(code).data?.failures ?? [])
  if (causes.length === 0) return null
  return (
    <div className={classes.causes}>
      <h3>{t`Vì sao chưa tới`}</h3>
      <ul>
        {causes.map(({ channel, state, cause, title, needing }) => (
          <li key={`${channel}-${state}-${cause}`}>
            <span>
              {CHANNEL_NAMES[channel]}: {title}
            </span>
            <b>{t`${formatCount(needing)} người`}</b>
          </li>
        ))}
      </ul>
      {!wall && (
        <Link to="/campaigns/$code/delivery" params={{ code }}>
          {t`Xem và xử lý`}
        </Link>
      )}
    </div>
  )
}

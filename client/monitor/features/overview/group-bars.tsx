import type { Rate } from '../../../shared/api-types.ts'
import { formatPercent } from '../../../shared/format-vi.ts'
import classes from './group-bars.module.css'

/** One upright bar a group, filled from below; the drawer says which is which. */
export function GroupBars({ groups }: { groups: Rate[] }) {
  return (
    <span className={classes.groups} aria-hidden="true">
      {groups.map(({ code, name, answered, invited }) => (
        <span key={code} className={classes.track} title={`${name}: ${formatPercent(answered, invited)}`}>
          <span className={classes.fill} style={{ transform: `scaleY(${invited > 0 ? answered / invited : 0})` }} />
        </span>
      ))}
    </span>
  )
}

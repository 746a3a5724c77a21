/** People, not messages: asked, reached, began, answered; and who is left to be handed a link. */

import { Link } from '@tanstack/react-router'
import type { FunnelView } from '../../../../shared/delivery-types.ts'
import { formatCount, formatPercent } from '../../../../shared/format-vi.ts'
import { Panel } from '../../../shared/panel.tsx'
import { RateBar } from '../../../shared/rate-bar.tsx'
import { t } from '../../../words/t.ts'
import classes from './reached-line.module.css'

type ReachedLineProps = { code: string; reached: FunnelView['reached']; byHand: FunnelView['byHand'] }

export function ReachedLine({ code, reached, byHand }: ReachedLineProps) {
  const steps: [string, number][] = [
    [t`Được mời`, reached.invited],
    [t`Đã gửi tới`, reached.messaged],
    [t`Đã bấm Bắt đầu`, reached.started],
    [t`Đã trả lời đủ`, reached.answered],
  ]
  const left = byHand.people - byHand.handed
  return (
    <Panel title={t`Số người`}>
      <dl className={classes.steps}>
        {steps.map(([label, count], step) => (
          <div key={label} className={classes.step}>
            <dt>{label}</dt>
            <dd className={classes.figure}>
              {formatCount(count)}
              {step > 0 && <small>{formatPercent(count, reached.invited)}</small>}
            </dd>
            <dd className={classes.bar}>
              <RateBar answered={count} invited={reached.invited} />
            </dd>
          </div>
        ))}
      </dl>
      {byHand.people > 0 && (
        <p className={classes.hand}>
          {left > 0 ? t`${formatCount(left)} người chưa nhận được tin nào và cần gửi tay. ` : ''}
          {byHand.handed > 0
            ? t`Đã gửi tay cho ${formatCount(byHand.handed)} người, ${formatCount(byHand.answered)} người trong đó đã trả lời đủ. `
            : ''}
          <Link to="/campaigns/$code/delivery/by-hand" params={{ code }}>
            {t`Tới Gửi tay`}
          </Link>
        </p>
      )}
    </Panel>
  )
}

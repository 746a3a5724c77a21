/** Messages of every channel, from made to arrived, and what went wrong. */

import type { ChannelName, DeliveryCounts, Progress } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { CHANNEL_NAMES, DELIVERY_STATE_NAMES } from '../../shared/channel-names.ts'
import { WarnIcon } from '../../shared/icons.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './delivery-funnel.module.css'
import { FailureCauses } from './failure-causes.tsx'

const totalOf = (counts: DeliveryCounts) => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Each step holds all that have come at least that far. */
const stepsOf = (counts: DeliveryCounts): [string, number][] => [
  [t`Cần gửi`, totalOf(counts)],
  [t`Đã gửi đi`, counts.sent + counts.delivered],
  // Only some channels report arrival; where none does, "0" would read as a failure.
  ...(counts.delivered > 0 ? [[t`Đã tới máy`, counts.delivered] satisfies [string, number]] : []),
]

function Channel({ name, counts }: { name: ChannelName; counts: DeliveryCounts }) {
  const total = totalOf(counts)
  return (
    <div className={classes.channel}>
      <h3 className={classes.name}>{CHANNEL_NAMES[name]}</h3>
      <dl className={classes.steps}>
        {stepsOf(counts).map(([label, count]) => (
          <div key={label} className={classes.step}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
            <span className={classes.bar} aria-hidden="true">
              <span style={{ transform: `scaleX(${total > 0 ? count / total : 0})` }} />
            </span>
          </div>
        ))}
      </dl>
      <ul className={classes.rest}>
        {(['queued', 'sending', 'failed', 'unknown'] as const)
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <li key={state} data-bad={state === 'failed' || state === 'unknown' || undefined}>
              {(state === 'failed' || state === 'unknown') && <WarnIcon size={15} />}
              {DELIVERY_STATE_NAMES[state]} {formatCount(counts[state])}
            </li>
          ))}
      </ul>
    </div>
  )
}

type DeliveryFunnelProps = { code: string; progress: Pick<Progress, 'deliveries' | 'status'>; wall: boolean }

export function DeliveryFunnel({ code, progress: { deliveries, status }, wall }: DeliveryFunnelProps) {
  const used = (Object.entries(deliveries) as [ChannelName, DeliveryCounts][]).filter(
    ([, counts]) => totalOf(counts) > 0,
  )
  return (
    <Panel title={t`Tin đã gửi`}>
      {used.length === 0 && (
        <p className={classes.empty}>
          {status === 'closed' || status === 'final'
            ? t`Không gửi tin nào trong đợt này.`
            : t`Chưa gửi tin nào. Gửi lượt mời để bắt đầu.`}
        </p>
      )}
      <div className={classes.channels}>
        {used.map(([name, counts]) => (
          <Channel key={name} name={name} counts={counts} />
        ))}
      </div>
      {used.some(([, { failed, unknown }]) => failed + unknown > 0) && <FailureCauses code={code} wall={wall} />}
    </Panel>
  )
}

/** Each wave over each channel, from planned to answered, as bars with their numbers; the same as a table on request. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FunnelStep, FunnelView, FunnelWave } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { CHANNEL_NAMES, DELIVERY_STATE_NAMES } from '../../../shared/channel-names.ts'
import { WarnIcon } from '../../../shared/icons.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'
import { shortMoment } from '../short-moment.ts'
import { waveName, waveStateWords } from '../wave-words.ts'
import { FunnelTable } from './funnel-table.tsx'
import classes from './wave-funnels.module.css'

export function WaveFunnels({ waves }: { waves: FunnelView['waves'] }) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Panel
      flush
      title={t`Từng lượt, từng kênh`}
      aside={
        <Button variant="default" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t`Xem dạng thanh` : t`Xem dạng bảng`}
        </Button>
      }
    >
      {asTable ? <FunnelTable waves={waves} /> : <Bars waves={waves} />}
    </Panel>
  )
}

/** The newest that has begun is what people look for; the others wait folded. */
function Bars({ waves }: { waves: FunnelWave[] }) {
  const newest = waves.toReversed()
  const latest = newest.find(({ state }) => state !== 'planned') ?? newest[0]
  const others = newest.filter((wave) => wave !== latest)
  return (
    <>
      {latest && <WaveFunnel wave={latest} />}
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t`Các lượt khác (${others.length})`}</summary>
          {others.map((wave) => (
            <WaveFunnel key={wave.wave} wave={wave} />
          ))}
        </details>
      )}
    </>
  )
}

const waitingOf = ({ channels }: FunnelWave): number =>
  channels.reduce((sum, { queued, sending }) => sum + queued + sending, 0)

function WaveFunnel({ wave }: { wave: FunnelWave }) {
  const used = wave.channels.filter(({ planned }) => planned > 0)
  return (
    <section aria-label={waveName(wave)}>
      <div className={classes.head}>
        <h3>{waveName(wave)}</h3>
        <span>
          {shortMoment(wave.startsAt)} · {waveStateWords({ state: wave.state, waiting: waitingOf(wave) })}
        </span>
      </div>
      {used.length === 0 ? (
        <p className={classes.empty}>
          {wave.state === 'planned' ? t`Chưa tới giờ gửi.` : t`Lượt này không có ai để gửi.`}
        </p>
      ) : (
        <div className={classes.channels}>
          {used.map((step) => (
            <Channel key={step.channel} step={step} />
          ))}
        </div>
      )}
    </section>
  )
}

/** Each holds all that have come at least that far. */
export const stepsOf = (step: FunnelStep): [string, number][] => [
  [t`Cần gửi`, step.planned],
  [t`Đã gửi đi`, step.sent],
  // Only some channels report arrival; where none does, "0" would read as a failure.
  ...(step.delivered > 0 ? [[t`Đã tới máy`, step.delivered] satisfies [string, number]] : []),
  [t`Đã bấm Bắt đầu`, step.started],
  [t`Đã trả lời đủ`, step.answered],
]

function Channel({ step }: { step: FunnelStep }) {
  const rest = (['queued', 'sending', 'failed', 'unknown', 'withdrawn'] as const).filter((state) => step[state] > 0)
  return (
    <div className={classes.channel}>
      <h4>{CHANNEL_NAMES[step.channel]}</h4>
      <dl className={classes.steps}>
        {stepsOf(step).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={classes.bar} aria-hidden="true">
              <span style={{ transform: `scaleX(${step.planned > 0 ? count / step.planned : 0})` }} />
            </dd>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {rest.length > 0 && (
        <ul className={classes.rest}>
          {rest.map((state) => (
            <li key={state} data-bad={state === 'failed' || state === 'unknown' || undefined}>
              {(state === 'failed' || state === 'unknown') && <WarnIcon size={15} />}
              {DELIVERY_STATE_NAMES[state]} {formatCount(step[state])}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

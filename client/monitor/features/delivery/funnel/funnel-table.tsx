/** The numbers behind the bars. */

import type { FunnelStep, FunnelWave } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { CHANNEL_NAMES } from '../../../shared/channel-names.ts'
import { CopyButton } from '../../../shared/copy-button.tsx'
import classes from '../../../shared/table.module.css'
import { toTsv } from '../../../shared/to-tsv.ts'
import { t } from '../../../words/t.ts'
import { waveName } from '../wave-words.ts'

const COLUMNS: [string, keyof Omit<FunnelStep, 'channel'>][] = [
  [t`Cần gửi`, 'planned'],
  [t`Chờ gửi`, 'queued'],
  [t`Đang gửi`, 'sending'],
  [t`Đã gửi đi`, 'sent'],
  [t`Đã tới máy`, 'delivered'],
  [t`Không gửi được`, 'failed'],
  [t`Chưa rõ đã tới`, 'unknown'],
  [t`Không gửi nữa`, 'withdrawn'],
  [t`Bắt đầu`, 'started'],
  [t`Trả lời đủ`, 'answered'],
]

const rowsOf = (waves: FunnelWave[]) =>
  waves.flatMap((wave) => wave.channels.map((step) => ({ wave, step, key: `${wave.wave}-${step.channel}` })))

export function FunnelTable({ waves }: { waves: FunnelWave[] }) {
  const rows = rowsOf(waves)
  const sheet = () =>
    toTsv([
      [t`Lượt`, t`Kênh`, ...COLUMNS.map(([name]) => name)],
      ...rows.map(({ wave, step }) => [
        waveName(wave),
        CHANNEL_NAMES[step.channel],
        ...COLUMNS.map(([, field]) => String(step[field])),
      ]),
    ])
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t`Số tin theo lượt và kênh`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t`Lượt`}</th>
              <th scope="col">{t`Kênh`}</th>
              {COLUMNS.map(([name]) => (
                <th key={name} scope="col" className={classes.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ wave, step, key }) => (
              <tr key={key}>
                <th scope="row">{waveName(wave)}</th>
                <td>{CHANNEL_NAMES[step.channel]}</td>
                {COLUMNS.map(([name, field]) => (
                  <td key={name} className={classes.number}>
                    {formatCount(step[field])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={classes.pages}>
        <span>{t`“Đã gửi đi” gồm cả tin đã tới máy. “Bắt đầu” và “Trả lời đủ” đếm người.`}</span>
        <CopyButton text={sheet} />
      </div>
    </>
  )
}

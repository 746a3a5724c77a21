/** Running total of answers by day against an even pace to the last day. A table stands behind the picture. */

import { addDays, formatCount, formatDay } from '../../../shared/format-vi.ts'
import { CheckIcon, WarnIcon } from '../../shared/icons.tsx'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import type { Pace } from './answer-pace.ts'
import classes from './pace-chart.module.css'

const WIDTH = 600
const HEIGHT = 100

/** `words`: how the answers stand, with its mark; null when there is nothing to say. */
type PaceChartProps = { pace: Pace; invited: number; words: string | null; mark: 'behind' | 'fine' | null }

export function PaceChart({ pace, invited, words, mark }: PaceChartProps) {
  const x = (day: number) => (day / pace.length) * WIDTH
  const y = (total: number) => HEIGHT - (invited > 0 ? total / invited : 0) * HEIGHT
  const points = [0, ...pace.totals].map((total, day) => `${x(day).toFixed(1)} ${y(total).toFixed(1)}`)
  const end = x(pace.totals.length)
  const endTop = y(pace.totals.at(-1) ?? 0)
  return (
    <figure className={classes.figure}>
      {words !== null && (
        <figcaption className={classes.words} data-behind={mark === 'behind' || undefined}>
          {mark === 'behind' && <WarnIcon size={16} />}
          {mark === 'fine' && <CheckIcon size={16} />}
          {words}
        </figcaption>
      )}
      <div className={classes.plot} aria-hidden="true">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the table below says it all */}
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          <path className={classes.area} d={`M${points.join('L')}L${end} ${HEIGHT}Z`} />
          {pace.planned && <path className={classes.even} d={`M0 ${HEIGHT}L${WIDTH} 0`} />}
          <path className={classes.line} d={`M${points.join('L')}`} />
        </svg>
        <span className={classes.end} style={{ left: `${(end / WIDTH) * 100}%`, top: `${(endTop / HEIGHT) * 100}%` }} />
      </div>
      <div className={classes.axis} aria-hidden="true">
        <span>{formatDay(pace.first)}</span>
        {pace.planned && <span className={classes.key}>{t`nét đứt: tiến độ đều từng ngày`}</span>}
        <span>{formatDay(pace.last)}</span>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{t`Tổng số phiếu đã trả lời theo ngày`}</caption>
          <tbody>
            {pace.totals.map((total, day) => {
              const date = addDays(pace.first, day)
              return (
                <tr key={date}>
                  <th scope="row">{formatDay(date)}</th>
                  <td>{formatCount(total)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  )
}

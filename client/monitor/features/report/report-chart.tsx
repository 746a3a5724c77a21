/** Bars of one block, drawn as wide as there is room, with the table of their numbers behind them. */

import type { ReportChart as Chart } from '../../../shared/report-types.ts'
import fold from '../../shared/fold.module.css'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { barWords, type Scale, scaleOf } from './bar-words.ts'
import classes from './report-chart.module.css'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

export function ReportChart({ chart }: { chart: Chart }) {
  const scale = scaleOf(chart)
  const hasPast = chart.bars.some(({ past }) => past !== null)
  return (
    <figure className={classes.chart}>
      <figcaption lang="vi">{chart.title}</figcaption>
      {/* The same numbers stand in the table below. */}
      <div className={classes.bars} aria-hidden="true">
        {chart.bars.map((bar) => (
          <div key={bar.code} className={classes.bar}>
            <span className={classes.name}>
              {bar.class === null ? bar.name : `${bar.name}\u00a0·\u00a0${bar.class}`}
            </span>
            <Bar scale={scale} value={bar.value} past={bar.past} />
            <span className={classes.value}>
              {barWords(chart, bar.value)}
              {bar.past !== null && <small>{barWords(chart, bar.past)}</small>}
            </span>
          </div>
        ))}
      </div>
      {hasPast && <p className={classes.legend}>{t`Thanh đậm: năm nay. Thanh mảnh, số nhỏ: năm trước.`}</p>}
      <details className={`${fold.fold} ${classes.behind}`}>
        <summary>{t`Bảng số liệu của biểu đồ`}</summary>
        <table className={table.table} aria-label={t`Số liệu: ${chart.title}`}>
          <thead>
            <tr>
              <th scope="col">{t`Tên`}</th>
              <th scope="col">{chart.unit === '%' ? t`Tỷ lệ` : chart.unit === 'bậc' ? t`Bậc` : t`Điểm`}</th>
              {hasPast && <th scope="col">{t`Năm trước`}</th>}
              <th scope="col">{t`Loại`}</th>
            </tr>
          </thead>
          <tbody>
            {chart.bars.map((bar) => (
              <tr key={bar.code}>
                <th scope="row">{bar.name}</th>
                <td className={table.number}>{barWords(chart, bar.value)}</td>
                {hasPast && <td className={table.number}>{bar.past === null ? '–' : barWords(chart, bar.past)}</td>}
                <td>{bar.class ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Bar({ scale: { zero, at }, value, past }: { scale: Scale; value: number; past: number | null }) {
  const place = (to: number) => ({ x: percent(Math.min(zero, at(to))), width: percent(Math.abs(at(to) - zero)) })
  return (
    <svg className={classes.drawing} width="100%" height={past === null ? 16 : 24} aria-hidden="true" focusable="false">
      <rect {...place(value)} y="1" height="14" rx="2" className={value < 0 ? classes.fall : classes.rise} />
      {past !== null && <rect {...place(past)} y="17" height="5" rx="1" className={classes.past} />}
      <line x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" className={classes.axis} />
    </svg>
  )
}

/** A line of the report: words, and figures that one can open. */

import type { Figure, ReportRun } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import { glueRuns } from './glue-runs.ts'
import classes from './report-document.module.css'

export type OpenFigure = (figure: Figure, from: HTMLElement) => void

type Styled = { style?: ReportRun['style']; children: string }

export function ReportRuns({ runs, onFigure }: { runs: ReportRun[]; onFigure: OpenFigure }) {
  return glueRuns(runs).map(({ text, before, figure, after, style }, at) =>
    figure ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs are words of one line, and never move
      <span key={at} className={figure.text.length < 20 ? classes.whole : undefined}>
        {before}
        <button
          type="button"
          className={classes.figure}
          data-bold={style === 'bold' || undefined}
          title={t`Xem số này từ đâu ra`}
          onClick={(event) => onFigure(figure, event.currentTarget)}
        >
          {figure.text}
        </button>
        {after}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <Words key={at} style={style}>
        {text}
      </Words>
    ),
  )
}

function Words({ style, children }: Styled) {
  if (style === 'bold') return <b>{children}</b>
  return style === 'italic' ? <i>{children}</i> : children
}

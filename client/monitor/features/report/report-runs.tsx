/** A line of the report: words, and figures that one can open. */
import type { Figure, ReportRun } from '../../../shared/report-types.ts'
import classes from './report-document.module.css'

export type OpenFigure = (figure: Figure, from: HTMLElement) => void

export function ReportRuns({ runs, onFigure }: { runs: ReportRun[]; onFigure: OpenFigure }) {
  return runs.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs are words of one line, and never move
    <ReportPiece key={at} run={run} onFigure={onFigure} />
  ))
}

function ReportPiece({ run, onFigure }: { run: ReportRun; onFigure: OpenFigure }) {
  if ('text' in run) {
    if (run.style === 'bold') return <b>{run.text}</b>
    return run.style === 'italic' ? <i>{run.text}</i> : run.text
  }
  return (
    <button
      type="button"
      className={classes.figure}
      data-bold={run.style === 'bold' || undefined}
      title="Xem số này từ đâu ra"
      onClick={(event) => onFigure(run.figure, event.currentTarget)}
    >
      {run.figure.text}
    </button>
  )
}

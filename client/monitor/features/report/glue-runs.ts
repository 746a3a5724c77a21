/**
 * Runs with the signs that touch a figure moved to it, "(89,05" and "/100": a button in a line may be broken from the words
 * beside it, and a line that begins with a comma or "/100" is hard to read. Pure.
 */
import type { Figure, ReportRun } from '../../../shared/report-types.ts'

type Piece = { text: string; before: string; after: string; figure?: Figure; style?: ReportRun['style'] }

const TOUCHING_BEFORE = /\S*$/
const TOUCHING_AFTER = /^\S*/

export function glueRuns(runs: ReportRun[]): Piece[] {
  return runs.map((run, at) => {
    const style = run.style && { style: run.style }
    const [previous, next] = [runs[at - 1], runs[at + 1]]
    if ('figure' in run) {
      const after = next && 'text' in next ? TOUCHING_AFTER.exec(next.text)![0] : ''
      // What stands between two figures without a blank belongs to the first.
      const free = previous && 'text' in previous ? freeText(previous.text, runs[at - 2]) : ''
      return { text: '', before: TOUCHING_BEFORE.exec(free)![0], after, figure: run.figure, ...style }
    }
    const free = freeText(run.text, previous)
    const text = next && 'figure' in next ? free.replace(TOUCHING_BEFORE, '') : free
    return { text, before: '', after: '', ...style }
  })
}

/** The text without what the figure before it took. */
const freeText = (text: string, previous: ReportRun | undefined): string =>
  previous && 'figure' in previous ? text.replace(TOUCHING_AFTER, '') : text

/** Paragraphs as runs of text and figures: a template literal whose values are figures, texts, or runs made before. Pure. */
import type { FigureSource, ReportPart, Run } from './schemas.ts'
import { formatCount, formatNumber, formatPercent } from './words-numbers.ts'

export type ReportItem = Extract<ReportPart, { kind: 'item' }>
type Said = string | Run | Run[]
/** `table` and `units` may be left out where none shows it or it is about no unit in particular. */
export type Source = Pick<FigureSource, 'path' | 'formula'> & { table?: string | null; units?: { code: string }[] }

/** say`Điểm trung bình ${mean} điểm`; neighbouring texts become one run. */
export function say(texts: TemplateStringsArray, ...values: Said[]): Run[] {
  return joinRuns(texts.flatMap((text, at) => [text, ...(at < values.length ? [values[at]!] : [])]))
}

/** One after another, neighbouring plain texts as one run, empty ones left out. */
function joinRuns(said: Said[]): Run[] {
  const runs: Run[] = []
  for (const run of said.flat().map((one) => (typeof one === 'string' ? { text: one } : one))) {
    const last = runs.at(-1)
    if ('text' in run && run.text === '') continue
    if (last && 'text' in last && 'text' in run && last.style === run.style)
      runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else runs.push(run)
  }
  return runs
}

export function figure(text: string, value: number | string, { table, units, ...source }: Source): Run {
  const codes = (units ?? []).map(({ code }) => code)
  return { figure: { text, value, source: { ...source, table: table ?? null, units: codes } } }
}

export const pointsFigure = (value: number, source: Source): Run => figure(formatNumber(value), value, source)
export const countFigure = (value: number, source: Source): Run => figure(formatCount(value), value, source)
export const percentFigure = (value: number, source: Source): Run => figure(formatPercent(value), value, source)

export const heading = (level: 1 | 2 | 3 | 4, text: string): ReportPart => ({ kind: 'heading', level, text })
export const paragraph = (runs: Run[]): ReportPart => ({ kind: 'paragraph', runs })
export const item = (runs: Run[]): ReportItem => ({ kind: 'item', level: 1, runs })
export const subItem = (runs: Run[]): ReportItem => ({ kind: 'item', level: 2, runs })

/** Items of one list as offices end them: a; b; c. */
export function endItems(items: ReportItem[]): ReportItem[] {
  return items.map((one, at) => {
    // An item that announces those below it ends with its colon.
    const end = textOf(one.runs).endsWith(':') ? '' : at === items.length - 1 ? '.' : ';'
    return { ...one, runs: joinRuns([...one.runs, end]) }
  })
}

/** The text of runs as it is printed. */
export function textOf(runs: Run[]): string {
  return runs.map((run) => ('text' in run ? run.text : run.figure.text)).join('')
}

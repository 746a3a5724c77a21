/** The report's text as HTML; each figure leads to the line of the list of sources that says how it was made. */
import { type Html, html } from '../../../markup/escape-html.ts'
import { paragraphsOf } from '../compose-field.ts'
import type { ReportPart, Run } from '../schemas.ts'
import type { FigureList } from './html-sources.ts'

/** Headings of the text, with the ids that the table of contents leads to. */
export type Heading = { id: string; level: number; text: string }

export function composeParts(parts: ReportPart[], figures: FigureList): { body: Html[]; headings: Heading[] } {
  const headings: Heading[] = []
  let depth = 1
  const body = parts.flatMap((part): Html[] => {
    if (part.kind === 'field') return composeField(part)
    if (part.kind !== 'heading') return [composeRuns(part, figures)]
    // A screen reader's user goes by levels, so that none is left out on the way down.
    depth = Math.min(part.level + 1, depth + 1)
    const heading = { id: `muc-${headings.length + 1}`, level: depth, text: part.text }
    headings.push(heading)
    return [headingOf(heading)]
  })
  return { body, headings }
}

function headingOf({ id, level, text }: Heading): Html {
  if (level === 2) return html`<h2 id="${id}">${text}</h2>`
  if (level === 3) return html`<h3 id="${id}">${text}</h3>`
  return level === 4 ? html`<h4 id="${id}">${text}</h4>` : html`<h5 id="${id}">${text}</h5>`
}

function composeRuns(part: Extract<ReportPart, { runs: Run[] }>, figures: FigureList): Html {
  const runs = part.runs.map((run) => styled(run, figures))
  if (part.kind === 'paragraph') return html`<p>${runs}</p>`
  return part.level === 1 ? html`<p class="item">– ${runs}</p>` : html`<p class="item sub">+ ${runs}</p>`
}

function styled(run: Run, figures: FigureList): Html {
  const inner = 'figure' in run ? figures.link(run.figure) : html`${run.text}`
  if (run.style === 'bold') return html`<strong>${inner}</strong>`
  return run.style === 'italic' ? html`<em>${inner}</em>` : inner
}

function composeField({ written, text, title, hint }: Extract<ReportPart, { kind: 'field' }>): Html[] {
  if (!written) return [html`<p class="gap">[Chưa viết: ${title}. ${hint}]</p>`]
  return paragraphsOf(text).map((line) => html`<p>${line}</p>`)
}

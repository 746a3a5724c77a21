/** Figures of the text and the list of where they come from: a line for each different source, and the ways there and back. */
import { type Html, html } from '../../../markup/escape-html.ts'
import type { Figure } from '../schemas.ts'
import type { Anchors } from './anchors.ts'

export type FigureList = { link: (figure: Figure) => Html; list: () => Html }

export function collectFigures(anchors: Anchors): FigureList {
  const known = new Map<string, { number: number; figure: Figure }>()
  return {
    link(figure) {
      const key = JSON.stringify([figure.text, figure.source])
      const found = known.get(key)
      if (found) return html`<a class="figure" href="#nguon-${found.number}">${figure.text}</a>`
      const number = known.size + 1
      known.set(key, { number, figure })
      return html`<a class="figure" id="so-${number}" href="#nguon-${number}">${figure.text}</a>`
    },
    list: () =>
      html`<ol class="sources">${[...known.values()].map(({ number, figure }) => sourceOf(number, figure, anchors))}</ol>`,
  }
}

function sourceOf(number: number, { text, source }: Figure, anchors: Anchors): Html {
  const place = anchors.of(source)
  const table = place && source.table ? html` <a href="#${place}">Biểu số ${source.table}</a>.` : html``
  return html`<li id="nguon-${number}"><strong>${text}</strong>: ${source.formula}.${table} <code>${source.path}</code> <a class="back" href="#so-${number}" aria-label="Trở lại số ${text} trong báo cáo">↩</a></li>`
}

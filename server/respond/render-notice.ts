/** The notice text as HTML: the small part of Markdown that notices use (headings, paragraphs, lists, **bold**). */
import { type Html, html, type Value } from './html.ts'

/** Blocks are separated by empty lines; `## …` is a heading, lines that begin with `- ` are a list. */
export function renderNotice(text: string): Html {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  return html`${blocks.map(renderBlock)}`
}

function renderBlock(block: string): Value {
  const lines = block.split('\n').filter((line) => line.trim())
  const heading = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? '')
  if (heading) return [html`<h2>${heading[1]}</h2>`, lines.length > 1 && renderBlock(lines.slice(1).join('\n'))]
  if (lines.length && lines.every((line) => /^\s*[-*]\s+/.test(line))) {
    return html`<ul>${lines.map((line) => html`<li>${renderBold(line.replace(/^\s*[-*]\s+/, ''))}</li>`)}</ul>`
  }
  return lines.length > 0 && html`<p>${renderBold(lines.join(' '))}</p>`
}

const renderBold = (text: string): Value =>
  text.split(/\*\*(.+?)\*\*/).map((part, i) => (i % 2 ? html`<strong>${part}</strong>` : part))

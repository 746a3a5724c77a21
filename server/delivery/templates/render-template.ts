/**
 * Words with values put in place, as text and as blocks for the HTML form. Pure. Words hold no markup: an empty line parts
 * paragraphs, "- " begins an item of a list, the link and the units stand alone on their lines.
 */

import type { Closing, Template } from './built-in-template.ts'
import { oneLine } from './one-line.ts'
import { fillPlaceholders, LINK, type PlaceholderParts, UNITS } from './placeholders.ts'

export type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'units'; items: string[] }
  | { kind: 'link' }

export type RenderedTemplate = { subject: string; text: string; blocks: Block[] }

/** A subject beyond this is cut off by mail programs anyway; the words themselves are held to 150. */
const LONGEST_SUBJECT = 250

export function renderTemplate(
  template: Template,
  parts: PlaceholderParts & { unsubscribe: string },
  closing: Closing,
): RenderedTemplate {
  const lines = template.body.split('\n').map((line) => line.trimEnd())
  return {
    subject: oneLine(fillPlaceholders(template.subject, parts), LONGEST_SUBJECT),
    text: textOf(lines, parts, closing),
    blocks: blocksOf(lines, parts),
  }
}

function textOf(lines: string[], parts: PlaceholderParts & { unsubscribe: string }, closing: Closing): string {
  const body = lines.flatMap((line) => {
    const only = line.trim()
    if (only === LINK) return ['', parts.link, '']
    if (only === UNITS) return unitsOf(parts).map((unit) => `- ${unit}`)
    return [fillPlaceholders(line, parts)]
  })
  const words = body
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return [words, '', closing.anonymity, '', closing.contact, '', `${closing.optOut} ${parts.unsubscribe}`, ''].join(
    '\n',
  )
}

function blocksOf(lines: string[], parts: PlaceholderParts): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  const add = (block: Block): Block => {
    blocks.push(block)
    return block
  }
  for (const line of lines) {
    const only = line.trim()
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1]
    if (only === '') open = undefined
    else if (only === LINK) {
      add({ kind: 'link' })
      open = undefined
    } else if (only === UNITS) {
      add({ kind: 'units', items: unitsOf(parts) })
      open = undefined
    } else if (item !== undefined) {
      if (open?.kind !== 'list') open = add({ kind: 'list', items: [] })
      if (open.kind === 'list') open.items.push(fillPlaceholders(item, parts))
    } else {
      if (open?.kind !== 'paragraph') open = add({ kind: 'paragraph', lines: [] })
      if (open.kind === 'paragraph') open.lines.push(fillPlaceholders(only, parts))
    }
  }
  return blocks
}

const unitsOf = ({ units }: PlaceholderParts): string[] => units.map((unit) => oneLine(unit, 200))

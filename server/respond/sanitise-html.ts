/**
 * Cleans the markup of a SurveyJS `html` question: an allow-list of plain text elements without attributes (links keep
 * an https, mailto or tel address). Everything else becomes text or disappears; the result is always balanced.
 */
import { escapeText, type Html, trusted } from './html.ts'

const KEPT = new Set(['p', 'br', 'strong', 'b', 'em', 'i', 'u', 'ul', 'ol', 'li', 'h2', 'h3', 'blockquote', 'a'])
const RENAMED: Record<string, string> = { h1: 'h2', div: 'p', h4: 'h3', h5: 'h3', h6: 'h3' }
const DROPPED = /<(script|style|iframe|object|template|svg|math|title|textarea|noscript)\b[\s\S]*?(<\/\1\s*>|$)/gi
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g

/** Markup in, safe Html out. */
export function sanitiseHtml(markup: string): Html {
  const source = markup.replace(/<!--[\s\S]*?(-->|$)/g, '').replace(DROPPED, '')
  const open: string[] = []
  let out = ''
  let end = 0
  for (const match of source.matchAll(TAG)) {
    out += textOf(source.slice(end, match.index))
    end = match.index + match[0].length
    const name = RENAMED[match[2]!.toLowerCase()] ?? match[2]!.toLowerCase()
    if (!KEPT.has(name)) continue
    if (name === 'br') out += '<br>'
    else if (match[1]) out += close(open, name)
    else {
      out += startTag(name, match[3]!)
      open.push(name)
    }
  }
  out += textOf(source.slice(end))
  return trusted(
    out +
      open
        .reverse()
        .map((name) => `</${name}>`)
        .join(''),
  )
}

/** Closes `name` and whatever was left open inside it; nothing when it was never opened. */
function close(open: string[], name: string): string {
  const from = open.lastIndexOf(name)
  if (from < 0) return ''
  return open
    .splice(from)
    .reverse()
    .map((inner) => `</${inner}>`)
    .join('')
}

function startTag(name: string, attributes: string): string {
  if (name !== 'a') return `<${name}>`
  const found = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes)
  const address = decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
  if (!/^(https:\/\/|mailto:|tel:)/i.test(address)) return '<a>'
  return `<a href="${escapeText(address)}" rel="noopener noreferrer" target="_blank">`
}

const textOf = (text: string): string => escapeText(decodeEntities(text))

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Entities to signs, once, so that escaping afterwards does not show them doubled. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, dec, hex, name) => {
    if (name) return NAMED[name.toLowerCase()]!
    const code = dec ? Number(dec) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/**
 * The page's templates: html`…${value}…` escapes every value that is not itself Html, so what a definition, a roster or
 * a link says can never become markup. Arrays are joined, null, undefined and false leave nothing.
 */
export type Html = { readonly markup: string }
export type Value = Html | string | number | null | undefined | false | readonly Value[]

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)

/** Markup that is already safe: made here, or cleaned by sanitise-html.ts. */
export const trusted = (markup: string): Html => ({ markup })

export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const literals = literalsOf(strings)
  let markup = ''
  for (let i = 0; i < literals.length; i++) {
    markup += literals[i]!
    if (i < values.length) markup += toMarkup(values[i])
  }
  return { markup }
}

/** Each template in the code is one array for good, so its literals are squeezed once. */
const squeezed = new WeakMap<TemplateStringsArray, string[]>()

function literalsOf(strings: TemplateStringsArray): string[] {
  let literals = squeezed.get(strings)
  if (!literals) {
    literals = strings.map(squeeze)
    squeezed.set(strings, literals)
  }
  return literals
}

/** The templates' own line breaks and indentation are for the reader of the code. */
const squeeze = (literal: string) => literal.replace(/(^|>)\n\s*/g, '$1').replace(/\n\s*(<|$)/g, '$1')

function toMarkup(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if (isList(value)) return value.map(toMarkup).join('')
  return value.markup
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** JSON for a `<script type="application/json">`: no sign in it can end the element. */
export const jsonForScript = (data: unknown): Html =>
  trusted(
    JSON.stringify(data)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  )

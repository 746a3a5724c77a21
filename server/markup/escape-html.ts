/** HTML by tagged template: every value is escaped unless it is HTML itself, so a page cannot forget to. Pure. */
export type Html = { readonly html: string }

type Value = string | number | Html | Html[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!)

/** `` html`<p>${name}</p>` ``; arrays of HTML are joined. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { html: parts.reduce((all, part, at) => all + render(values[at - 1]!) + part) }
}

function render(value: Value): string {
  if (Array.isArray(value)) return value.map((one) => one.html).join('')
  return typeof value === 'object' ? value.html : escapeHtml(String(value))
}

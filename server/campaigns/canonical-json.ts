/**
 * RFC 8785 (JSON Canonicalization Scheme): keys in UTF-16 order at every depth, no white space, numbers and strings as
 * ECMAScript writes them. The same value gives the same bytes on every machine, so it can be hashed.
 */

/** Canonical text of a JSON value; members that are undefined are left out. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? '0' : String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) return canonicalMembers(value as Record<string, unknown>)
  throw new TypeError(`not a JSON value: ${typeof value}`)
}

/** A loop, and no sorting of what is in order: a frozen index has ten thousand small objects. */
function canonicalMembers(members: Record<string, unknown>): string {
  const keys = Object.keys(members)
  if (keys.some((key, at) => at > 0 && keys[at - 1]! > key)) keys.sort()
  let text = ''
  for (const key of keys) {
    const value = members[key]
    if (value !== undefined) text += `${text === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}

/** Nothing to escape and no surrogate: nearly every text, and much the cheapest way to write it. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

function canonicalText(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('not a JSON value: a lone surrogate')
  return JSON.stringify(text)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** What somebody meant who typed an address wrong: Vietnamese keyboards, and the misspelt domains of public mail. Pure. */
import { editDistance } from '../sheets/edit-distance.ts'
import { normalizeEmail } from './normalize-email.ts'

/** Where most personal addresses in a Vietnamese list are. Domains of offices are too many to know. */
const PUBLIC_DOMAINS = [
  'gmail.com',
  'yahoo.com',
  'yahoo.com.vn',
  'hotmail.com',
  'outlook.com',
  'outlook.com.vn',
  'icloud.com',
  'ymail.com',
  'live.com',
]
/** Endings that do not exist, and the one that was meant. */
const ENDINGS: [RegExp, string][] = [
  [/\.(con|cmo|comm|vom|xom|cm|ocm|coom)$/, '.com'],
  [/\.gov\.v$|\.gov\.nv$|\.gov\.vm$|\.gv\.vn$|\.govvn$|\.gov\.cn$|\.go\.vn$|\.goc\.vn$|\.gob\.vn$/, '.gov.vn'],
  [/\.edu\.v$|\.eduvn$|\.edu\.nv$/, '.edu.vn'],
  [/\.com\.v$|\.comvn$|\.con\.vn$/, '.com.vn'],
]

/** Addresses that the cell probably stands for, the likeliest first; none when it is right as it is or beyond guessing. */
export function suggestEmails(cell: string): string[] {
  const several = cell.split(/[;,/|\s]+/).filter((part) => (part.match(/@/g) ?? []).length === 1)
  const tries = several.length > 1 ? several : [cell]
  const found = tries.flatMap((one) => {
    const read = normalizeEmail(mendDomain(asTyped(one)))
    return 'email' in read && read.email ? [read.email] : []
  })
  const right = normalizeEmail(cell)
  return [...new Set(found)].filter((email) => !('email' in right) || right.email !== email)
}

/** Accents, spaces, a comma for the dot, "(at)" or none: what keyboards and hands add. */
function asTyped(cell: string): string {
  const plain = cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s*[([{]\s*(at|a còng|a cong)\s*[)\]}]\s*/g, '@')
    .replace(/\s*[([{]\s*dot\s*[)\]}]\s*/g, '.')
    .replace(/\s+/g, '')
    .replaceAll(',', '.')
    .replace(/[;:]+/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.?@\.?/, '@')
    .replace(/^mailto\./, '')
  const glued = PUBLIC_DOMAINS.find((domain) => !plain.includes('@') && plain.endsWith(domain) && plain !== domain)
  return glued ? `${plain.slice(0, -glued.length)}@${glued}` : plain
}

function mendDomain(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 0) return address
  const domain = address.slice(at + 1)
  const ended = ENDINGS.reduce((text, [wrong, right]) => text.replace(wrong, right), domain)
  return `${address.slice(0, at + 1)}${nearestPublic(ended)}`
}

/** "gmial.com", "gmail", "gmail.com.vn": one or two letters from a public domain, and no domain of its own. */
function nearestPublic(domain: string): string {
  if (PUBLIC_DOMAINS.includes(domain)) return domain
  const named = PUBLIC_DOMAINS.find((known) => known.split('.')[0] === domain || domain === `${known}.vn`)
  if (named) return named
  for (const known of PUBLIC_DOMAINS.slice(0, 5)) {
    const name = known.split('.')[0] ?? ''
    const said = domain.split('.')[0] ?? ''
    // A whole word apart ("mail.com" is a service of its own) is no misspelling.
    if (domain.slice(said.length) !== known.slice(name.length) || said === 'mail' || said === 'email') continue
    if (editDistance(said, name, 1) <= 1 || sameLetters(said, name)) return known
  }
  return domain
}

const sameLetters = (a: string, b: string) => a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

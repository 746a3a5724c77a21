/** An entry's details as rows of a small table: what changed with before and after, then what else was noted. */
import { formatCount, formatDate, formatMax, formatMoment } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'
import { nameOf } from './detail-names.ts'
import { valueWord } from './detail-values.ts'

export type DetailRow = { name: string; before?: string; after: string }
type Details = Record<string, unknown>

const MOST = 12
const NOTHING = '–'

const isRecord = (value: unknown): value is Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes first. `before` is set only where the entry tells both. */
export function detailRows(details: Details): DetailRow[] {
  const { before, after, ...rest } = details
  const others = Object.entries(rest).map(([key, value]) => ({ name: nameOf(key), after: valueText(value, key) }))
  if (before === undefined && after === undefined) return others
  return [...changeRows(before, after), ...others]
}

function changeRows(before: unknown, after: unknown): DetailRow[] {
  if (!isRecord(before) && !isRecord(after)) {
    return [
      { name: isHash(before ?? after) ? t`Mã băm` : t`Giá trị`, before: valueText(before), after: valueText(after) },
    ]
  }
  const old = isRecord(before) ? before : {}
  const now = isRecord(after) ? after : {}
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) => ({ name: nameOf(key), before: valueText(old[key], key), after: valueText(now[key], key) }))
}

const isHash = (value: unknown): boolean => typeof value === 'string' && /^[\w+/=-]{43,64}$/.test(value)

/** A value as a person reads it; never JSON. `key`: the one under which it is held. */
export function valueText(value: unknown, key = ''): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return value ? t`Có` : t`Không`
  if (typeof value === 'number') return Number.isInteger(value) ? formatCount(value) : formatMax(value)
  if (Array.isArray(value)) return listText(value, key)
  if (isRecord(value)) return recordText(value, key)
  return wordText(String(value), key)
}

function wordText(text: string, key: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return formatMoment(text)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(`${text}T00:00:00+07:00`)
  return valueWord(text, key)
}

function listText(values: unknown[], key: string): string {
  if (values.length === 0) return NOTHING
  const shown = values
    .slice(0, MOST)
    .map((value) => valueText(value, key))
    .join(values.some(isRecord) ? '; ' : ', ')
  return values.length > MOST ? t`${shown} … và ${formatCount(values.length - MOST)} mục nữa` : shown
}

/** What the server said in a sentence stands alone: {code, values, words}. */
function recordText(value: Details, group: string): string {
  if (typeof value.words === 'string') return value.words
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined)
  if (parts.length === 0) return NOTHING
  return parts.map(([key, part]) => `${nameOf(key, group)}: ${valueText(part, key)}`).join('; ')
}

/** The few things that belong into the line itself: “lượt 2 · Zalo · 1.204 người”. */
export function aboutWords(details: Details | null): string {
  if (!details) return ''
  const {
    wave,
    channel,
    channels,
    people,
    invitations,
    person,
    rows,
    shown,
    page,
    units,
    unit,
    format,
    version,
    field,
  } = details
  const parts = [
    typeof wave === 'number' && t`lượt ${wave}`,
    typeof channel === 'string' && valueWord(channel),
    Array.isArray(channels) && channels.map((one) => valueWord(String(one))).join(', '),
    typeof people === 'number' && t`${formatCount(people)} người`,
    Array.isArray(people) && t`${formatCount(people.length)} người`,
    typeof invitations === 'number' && t`${formatCount(invitations)} phiếu`,
    typeof person === 'string' && t`người ${person.slice(0, 8)}`,
    typeof rows === 'number' && t`${formatCount(rows)} dòng`,
    typeof shown === 'number' && t`${formatCount(shown)} người hiện ra`,
    typeof page === 'number' && page > 1 && t`trang ${page}`,
    typeof unit === 'string' && t`đơn vị ${unit}`,
    Array.isArray(units) && t`${formatCount(units.length)} đơn vị`,
    typeof format === 'string' && `.${format}`,
    typeof version === 'number' && t`bản ${version}`,
    typeof field === 'string' && t`mục ${field}`,
  ]
  return parts.filter((part) => typeof part === 'string').join(' · ')
}

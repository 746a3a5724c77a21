/** Numbers, days and times as an office in Vietnam writes them: 1.574 · 76,5 % · 17,75 · 30/11/2024, Asia/Ho_Chi_Minh. */
const ZONE = 'Asia/Ho_Chi_Minh'
const NBSP = '\u00a0'
const MS_PER_DAY = 86_400_000
const counts = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const hundredths = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const dates = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' })
const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false })

export const formatCount = (value: number): string => counts.format(value)

/** Share of `part` in `whole` as `76,5 %`; an empty whole is `0,0 %`. Never rounds up to 100 while one is missing. */
export function formatPercent(part: number, whole: number): string {
  const share = whole > 0 ? (part / whole) * 100 : 0
  const shown = part < whole ? Math.min(share, 99.9) : share
  return `${tenths.format(shown)}${NBSP}%`
}

/** Points with two decimals; null is a dash. */
export const formatPoints = (points: number | null | undefined): string =>
  points === null || points === undefined ? '–' : hundredths.format(points)

/** A maximum, without needless zeros: `20`, `0,75`. */
export const formatMax = (max: number): string => max.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

/** ISO time or calendar day → `30/11/2024`. */
export const formatDate = (iso: string): string => dates.format(new Date(iso))

/** ISO time → `17:00`. */
export const formatTime = (iso: string): string => clock.format(new Date(iso))

let betweenTimeAndDate = ' ngày '

/** Whoever shows another language says once what stands between a time and its date; figures stay as they are. */
export function sayMomentsWith(words: string): void {
  betweenTimeAndDate = words
}

/** ISO time → `17:00 ngày 30/11/2024`. */
export const formatMoment = (iso: string): string => `${formatTime(iso)}${betweenTimeAndDate}${formatDate(iso)}`

/** A calendar day `2024-11-30` → `30/11`. */
export const formatDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`

/** The calendar day in Vietnam of an ISO time or of a moment in milliseconds, `2024-11-30`. */
export const dayOf = (at: string | number): string => dayParts.format(new Date(at))

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY)

/** The calendar day `count` days after `day`. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10)

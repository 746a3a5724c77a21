/** A date, or a date and time, as people in Vietnam type them: `30/11/2024`, `30/11/2024 17:00`. Pure. */
import { dayOf } from '../../shared/format-vi.ts'

const TYPED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\s,]+(\d{1,2})(?:[:hg](\d{2}))?)?$/
const LAST_HOUR = 17

/** ISO time of what was typed, at 17:00 when no hour is given; null when it is no date. */
export function parseMoment(text: string): string | null {
  const parts = TYPED.exec(text.trim())
  if (!parts) return null
  const [day, month, year, hour = LAST_HOUR, minute = 0] = parts
    .slice(1)
    .map((part) => part && Number(part)) as number[]
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${year}-${two(month!)}-${two(day!)}`
  const moment = new Date(`${date}T${two(hour)}:${two(minute)}:00+07:00`)
  // 31/02 would roll over into March.
  const real = !Number.isNaN(moment.getTime()) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  return real ? moment.toISOString() : null
}

/** The calendar day of what was typed, `2/9/2026` → `2026-09-02`; null when it is no date alone. */
export function parseDay(text: string): string | null {
  const moment = parseMoment(`${text.trim()} 12:00`)
  return moment && dayOf(moment)
}

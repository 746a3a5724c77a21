/** The one source of time, so that tests can choose it. */
export type Clock = { now(): Date }
export const systemClock: Clock = { now: () => new Date() }

// Making a formatter costs more than the rest of a request.
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The calendar day in Viet Nam at `instant`, as yyyy-mm-dd. */
export function dayInVietnam(instant: Date): string {
  return dayFormat.format(instant)
}

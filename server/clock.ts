/** The one source of time, so that tests can choose it. */
export type Clock = { now(): Date }
export const systemClock: Clock = { now: () => new Date() }

/** The calendar day in Viet Nam at `instant`, as yyyy-mm-dd. */
export function dayInVietnam(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(instant)
}

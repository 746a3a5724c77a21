/** Waves for some units only. Pure. */

/** Between two reminders over one channel to the same units, and between two messages to one person of waves for units. */
export const LEAST_PAUSE_MS = 10 * 60_000

/** Whether two waves may reach the same units; null means all units. */
export const unitsMeet = (a: string[] | null, b: string[] | null): boolean =>
  a === null || b === null || a.some((unit) => b.includes(unit))

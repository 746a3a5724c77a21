/** Which waves come too near each other. Pure. */

/** Between two reminders that meet, and between two messages to one person of waves for units. */
export const LEAST_PAUSE_MS = 10 * 60_000

/** `units`: null means all. */
type Reach = { channels: readonly string[]; units: string[] | null }

/** Whether two waves may reach the same units over one channel. */
export const wavesMeet = (a: Reach, b: Reach): boolean =>
  a.channels.some((channel) => b.channels.includes(channel)) &&
  (a.units === null || b.units === null || a.units.some((unit) => b.units!.includes(unit)))

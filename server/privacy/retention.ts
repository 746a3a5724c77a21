/** How long personal data are kept after a campaign's result became final, and how soon a request is done, as data of the campaign. Pure. */
import { z } from 'zod'

const KeptDays = z.int().min(30).max(3650)
const RequestDays = z.int().min(1).max(60)

/** What a rule removes: `messages` what was sent and handed over; `contacts` addresses and phones; `people` names and who has answered; `answers` nameless answers one by one. */
export const RetentionRule = z.enum(['messages', 'contacts', 'people', 'answers'])
export type RetentionRule = z.infer<typeof RetentionRule>

export const RequestKind = z.enum(['see', 'correct', 'withdraw', 'erase'])
export type RequestKind = z.infer<typeof RequestKind>

/** Days after the final result for each rule; `requests`: days from receiving a request to having done it. */
export const Retention = z.strictObject({
  messages: KeptDays,
  contacts: KeptDays,
  people: KeptDays,
  answers: KeptDays,
  requests: z.strictObject({ see: RequestDays, correct: RequestDays, withdraw: RequestDays, erase: RequestDays }),
})
export type Retention = z.infer<typeof Retention>

/**
 * Names and addresses go within the 90 days that the shipped notices promise. Days of requests: Decree 356/2025/NĐ-CP as
 * law firms have published it (docs/privacy.md "Due days"); an office that reads it otherwise sets its own.
 */
export const DEFAULT_RETENTION: Retention = {
  messages: 60,
  contacts: 60,
  people: 90,
  answers: 1825,
  requests: { see: 10, correct: 10, withdraw: 15, erase: 20 },
}

/** The rules of a campaign; what it has not set is the default's. */
export const retentionOf = (stored: Partial<Retention> | null): Retention => ({ ...DEFAULT_RETENTION, ...stored })

/** The day `days` after `day`, both yyyy-mm-dd. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

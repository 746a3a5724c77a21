/**
 * Zalo's error codes as data (domain/README "Zalo"): the reply has HTTP 200 even on failure, so the code is all there
 * is. A code that is not listed is a refusal of this one message: it must not stop the others, nor be tried again.
 */
import type { Outcome } from './channel.ts'

export const ZALO_ERRORS = {
  /** The access token is stale: refresh once, retry once. */
  token: [-124, -216, -220],
  /** Too fast, or Zalo's own trouble. */
  backOff: [-32, -100],
  /** The day's quota is used up. */
  tomorrow: [-144, -147],
  /** Not at this hour. */
  nextWindow: [-133, -234],
  /** Account, template, balance, rights: every message would fail until a person mends it. */
  person: [-101, -102, -103, -104, -105, -109, -115, -117, -120, -131, -135, -1351, -136, -137, -146],
  /** This recipient cannot be reached by Zalo; e-mail may. Nothing more need go to the number. */
  useEmail: [-108, -110, -114, -118, -119, -139, -140, -141],
  /** Zalo does not take what this message says to this person (its template data); e-mail may. The number is good. */
  content: [-112, -1121, -1122, -1124],
} as const

const CLASS_OF = new Map<number, keyof typeof ZALO_ERRORS>(
  Object.entries(ZALO_ERRORS).flatMap(([name, codes]) => codes.map((code) => [code, name as keyof typeof ZALO_ERRORS])),
)

export const isTokenError = (code: number): boolean => CLASS_OF.get(code) === 'token'
/** Trouble that every call meets now, whatever it asks. */
export const isEverybodysTrouble = (code: number): boolean =>
  ['token', 'backOff', 'person'].includes(CLASS_OF.get(code) ?? '')
const wordOf = (code: number): string => `zalo-${Math.abs(code)}`

const BACK_OFF_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Viet Nam keeps UTC+7 all year. */
const VIETNAM_MS = 7 * HOUR_MS
/** Nothing goes out between 22:00 and 06:00, so a new day and a new window both begin at six. */
const MORNING_MS = 6 * HOUR_MS

/** What a refusal means. A token error that is left after the one refresh needs a person: the account is no longer ours. */
export function zaloErrorOutcome(code: number, now: Date): Outcome {
  const failure = wordOf(code)
  switch (CLASS_OF.get(code)) {
    case 'backOff':
      return { kind: 'retry', failure, afterMs: BACK_OFF_MS, everyone: true }
    case 'tomorrow':
      return { kind: 'retry', failure, afterMs: untilMorning(now, true), everyone: true }
    case 'nextWindow':
      return { kind: 'retry', failure, afterMs: untilMorning(now, false), everyone: true }
    case 'person':
    case 'token':
      return { kind: 'rejected', failure, person: true }
    case 'useEmail':
      return { kind: 'rejected', failure, address: true }
    default:
      return { kind: 'rejected', failure }
  }
}

/** Milliseconds to the next six o'clock in Viet Nam; `tomorrow` skips one that is still to come today. */
function untilMorning(now: Date, tomorrow: boolean): number {
  const sinceMidnight = (now.getTime() + VIETNAM_MS) % DAY_MS
  const today = MORNING_MS - sinceMidnight
  return today > 0 && !tomorrow ? today : today + DAY_MS
}

/**
 * What a failed SMTP sending means for the message. A reply of the server is certain: 4xx later, 5xx never. Without a
 * reply it depends on whether the message itself was begun: before that nobody has it, afterwards nobody can tell.
 * Pure; the codes and commands are nodemailer's (its smtp-connection sets `command` and `responseCode`).
 */
import type { Outcome } from './channel.ts'

export type SmtpFailure = { code?: string; command?: string; responseCode?: number }

const SOON_MS = 60_000
const retry = (failure: string, everyone = false): Outcome => ({ kind: 'retry', failure, afterMs: SOON_MS, everyone })
const needsPerson = (failure: string): Outcome => ({ kind: 'rejected', failure, person: true })

/** `begun`: the message's bytes had started to flow when it failed. */
export function smtpFailureOutcome({ code, command, responseCode }: SmtpFailure, begun: boolean): Outcome {
  if (responseCode) {
    const word = `smtp-${responseCode}`
    const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== 503
    // Greeting, sign-in and sender concern every message alike; recipient and content concern this one.
    const everyone = !begun && command !== 'RCPT TO' && command !== 'DATA'
    if (!permanent) return retry(word, everyone)
    return everyone ? needsPerson(word) : { kind: 'rejected', failure: word }
  }
  if (begun)
    return { kind: 'unknown', failure: code === 'ETIMEDOUT' || code === 'EABORT' ? 'smtp-timeout' : 'smtp-lost' }
  // Our own check let the recipient through, so what nodemailer finds wrong in the envelope is MAIL_FROM.
  if (code === 'EENVELOPE') return needsPerson('smtp-sender')
  if (code === 'EAUTH') return needsPerson('smtp-auth')
  if (code === 'ETLS') return needsPerson('smtp-tls')
  return retry('smtp-unreachable', true)
}

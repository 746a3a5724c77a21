/**
 * What a failed SMTP sending means for the message. A reply of the server is certain: 4xx later, 5xx never. Without a
 * reply it depends on whether the message itself was begun: before that nobody has it, afterwards nobody can tell.
 * Pure; the codes and commands are nodemailer's (its smtp-connection sets `command`, `responseCode` and `response`).
 */
import type { Outcome } from './channel.ts'
import { judgeStatus } from './read-bounce-status.ts'

export type SmtpFailure = { code?: string; command?: string; responseCode?: number; response?: string }

const SOON_MS = 60_000
/** Refusals of RCPT that are about the mailbox or its host (RFC 5321 4.2.3, RFC 7504), where nothing says it better. */
const NO_SUCH_RECIPIENT = [550, 551, 553, 556]
const retry = (failure: string, everyone = false): Outcome => ({ kind: 'retry', failure, afterMs: SOON_MS, everyone })
const needsPerson = (failure: string): Outcome => ({ kind: 'rejected', failure, person: true })

/** `begun`: the message's bytes had started to flow when it failed. */
export function smtpFailureOutcome({ code, command, responseCode, response }: SmtpFailure, begun: boolean): Outcome {
  if (responseCode) {
    const word = `smtp-${responseCode}`
    const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== 503
    // Greeting, sign-in and sender concern every message alike; recipient and content concern this one.
    const everyone = !begun && command !== 'RCPT TO' && command !== 'DATA'
    if (!permanent) return retry(word, everyone)
    if (everyone) return needsPerson(word)
    return recipientRefused(word, responseCode, response, command === 'RCPT TO')
  }
  if (begun)
    return { kind: 'unknown', failure: code === 'ETIMEDOUT' || code === 'EABORT' ? 'smtp-timeout' : 'smtp-lost' }
  // Our own check let the recipient through, so what nodemailer finds wrong in the envelope is MAIL_FROM.
  if (code === 'EENVELOPE') return needsPerson('smtp-sender')
  if (code === 'EAUTH') return needsPerson('smtp-auth')
  if (code === 'ETLS') return needsPerson('smtp-tls')
  return retry('smtp-unreachable', true)
}

/**
 * The server's enhanced status (RFC 3463) says whether the address is bad for good, or full for now; without one only a
 * refusal of RCPT does, because content is refused after DATA.
 */
function recipientRefused(word: string, responseCode: number, response = '', rcpt: boolean): Outcome {
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  if (!status) return rejected(word, rcpt && NO_SUCH_RECIPIENT.includes(responseCode))
  const { soft, address } = judgeStatus(status)
  return soft ? retry(word) : rejected(word, address)
}

const rejected = (failure: string, address: boolean): Outcome =>
  address ? { kind: 'rejected', failure, address } : { kind: 'rejected', failure }

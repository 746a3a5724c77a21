/**
 * One attempt to send one response, from wherever an earlier attempt stopped (CONTRACT "Respondents"). Every step is kept
 * on the device before the next begins, and each call can be repeated: the same blinded message brings the same signature,
 * the same message the same receipt.
 */
import { fromBase64url, toBase64url } from './base64url.ts'
import type { Kept } from './kept.ts'
import type { Seal } from './seal.ts'

export type Problem = { question: string; problem: string }
export type Outcome =
  | { kind: 'sent'; receipt: string }
  /** Nothing is lost; try again later. */
  | { kind: 'waiting'; why: 'offline' | 'busy' | 'paused' }
  | { kind: 'elsewhere' }
  | { kind: 'invalid'; problems: Problem[] }
  | { kind: 'closed' }
  | { kind: 'notice-changed' }
  | { kind: 'refused'; code: string }

export type Sending = {
  /** "" in the page; the server's origin in tests. */
  origin: string
  token: string
  invitation: { id: string; stratum: string; key: string }
  read(): Promise<Kept>
  write(kept: Kept): Promise<void>
  loadSeal(): Promise<{
    makeSeal(key: string, stratum: string): Promise<Seal>
    finishSeal(key: string, seal: Seal, blindSignature: string): Promise<string>
  }>
  /** Waits a random moment between the two requests. */
  pause(): Promise<void>
  onStep(step: 'sealing' | 'sending'): void
}

/** Needs `answers` and `consent` in what is kept. */
export async function sendResponse(sending: Sending): Promise<Outcome> {
  try {
    return await attempt(sending)
  } catch (error) {
    if (error instanceof Refusal) return outcomeOf(error)
    throw error
  }
}

async function attempt(sending: Sending): Promise<Outcome> {
  const { invitation, token } = sending
  let kept = await sending.read()
  if (kept.receipt) return { kind: 'sent', receipt: kept.receipt }
  const keep = async (more: Kept) => {
    kept = { ...kept, ...more }
    await sending.write(kept)
  }
  if (!kept.signature) {
    sending.onStep('sealing')
    const { makeSeal, finishSeal } = await sending.loadSeal().catch(() => {
      throw new Refusal('offline', null)
    })
    if (!kept.seal) await keep({ seal: await makeSeal(invitation.key, invitation.stratum) })
    const seal = kept.seal!
    const { blindSignature } = await post<{ blindSignature: string }>(
      `${sending.origin}/api/links/${token}/credentials`,
      { invitation: invitation.id, consent: { version: kept.consent }, blinded: seal.blinded },
    )
    await keep({ signature: await finishSeal(invitation.key, seal, blindSignature) })
    await sending.pause()
  }
  sending.onStep('sending')
  const message = kept.seal!.message
  const own = await receiptOf(message)
  const receipt = await post<{ receipt: string }>(`${sending.origin}/api/responses`, {
    stratum: invitation.stratum,
    message,
    signature: kept.signature,
    answers: kept.answers,
  }).then(
    (reply) => reply.receipt,
    (error) => {
      // An earlier attempt arrived, and its reply was lost: the message is ours alone, so the receipt is too.
      if (error instanceof Refusal && error.code === 'response-exists') return own
      throw error
    },
  )
  if (receipt !== own) throw new Refusal('receipt-wrong', null)
  // Only the receipt stays; the answers and the credential leave the device.
  await sending.write({ receipt })
  return { kind: 'sent', receipt }
}

/** The receipt as the server must give it: base64url(SHA-256(message))[0..21]. */
async function receiptOf(message: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', fromBase64url(message))
  return toBase64url(new Uint8Array(digest)).slice(0, 22)
}

class Refusal extends Error {
  readonly code: string
  readonly details: unknown
  constructor(code: string, details: unknown) {
    super(code)
    this.code = code
    this.details = details
  }
}

const DEADLINE_MS = 30_000

/** Without cookies and without a referrer: nothing but the body tells the server anything. */
async function post<T>(address: string, body: unknown): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), DEADLINE_MS)
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: abort.signal,
    }).catch(() => {
      throw new Refusal('offline', null)
    })
    const json = await reply.json().catch(() => ({}))
    if (reply.ok) return json as T
    throw new Refusal(reply.status === 429 || reply.status >= 500 ? 'busy' : String(json.code ?? 'busy'), json.details)
  } finally {
    clearTimeout(timer)
  }
}

function outcomeOf({ code, details }: Refusal): Outcome {
  switch (code) {
    case 'offline':
    case 'busy':
      return { kind: 'waiting', why: code }
    case 'campaign-paused':
    case 'campaign-not-open':
      return { kind: 'waiting', why: 'paused' }
    case 'credential-issued':
      return { kind: 'elsewhere' }
    case 'campaign-closed':
      return { kind: 'closed' }
    case 'consent-outdated':
      return { kind: 'notice-changed' }
    case 'answers-invalid':
      return { kind: 'invalid', problems: Array.isArray(details) ? details : [] }
    default:
      return { kind: 'refused', code }
  }
}

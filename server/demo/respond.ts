/** One person's way through the public interface: link, credential, response. Nothing else is sent, and nothing in another order. */
import type { LinkView } from '../credential/schemas.ts'
import { type BlindingKey, finishCredential, prepareCredential, readBlindingKey } from './blind-client.ts'

export type LinkInvitation = LinkView['invitations'][number]

const keys = new Map<string, BlindingKey>()

export async function fetchLink(base: string, token: string): Promise<LinkView> {
  return (await call(`${base}/api/links/${token}`)) as LinkView
}

/** Answers one invitation and returns its receipt. Throws with the refusal's code when the server refuses. */
export async function respond(
  base: string,
  token: string,
  noticeVersion: string,
  invitation: LinkInvitation,
  answers: Record<string, unknown>,
): Promise<string> {
  const credential = prepareCredential(keyOf(invitation), invitation.stratum)
  const { blindSignature } = (await call(`${base}/api/links/${token}/credentials`, {
    invitation: invitation.id,
    consent: { version: noticeVersion },
    blinded: credential.blinded,
  })) as { blindSignature: string }
  const { receipt } = (await call(`${base}/api/responses`, {
    stratum: invitation.stratum,
    message: credential.message,
    signature: finishCredential(credential, blindSignature),
    answers,
  })) as { receipt: string }
  return receipt
}

function keyOf(invitation: LinkInvitation): BlindingKey {
  const known = keys.get(invitation.stratum)
  if (known) return known
  const key = readBlindingKey(invitation.publicKey!)
  keys.set(invitation.stratum, key)
  return key
}

async function call(url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  })
  const answer = (await response.json()) as { code?: string }
  if (!response.ok) throw new Error(`${response.status} ${answer.code}`)
  return answer
}

/** One person's way through the public interface: link, credential, response. Nothing else is sent, and nothing in another order. */
import type { LinkView } from '../credential/schemas.ts'
import { blind, finalize, type PublicKey, readPublicKey } from './blind-client.ts'

export type LinkInvitation = LinkView['invitations'][number]

const keys = new Map<string, PublicKey>()

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
  const blinding = blind(keyOf(invitation), invitation.stratum)
  const { blindSignature } = (await call(`${base}/api/links/${token}/credentials`, {
    invitation: invitation.id,
    consent: { version: noticeVersion },
    blinded: blinding.blinded.toString('base64url'),
  })) as { blindSignature: string }
  const { receipt } = (await call(`${base}/api/responses`, {
    stratum: invitation.stratum,
    message: blinding.message.toString('base64url'),
    signature: finalize(blinding, Buffer.from(blindSignature, 'base64url')).toString('base64url'),
    answers,
  })) as { receipt: string }
  return receipt
}

function keyOf(invitation: LinkInvitation): PublicKey {
  const known = keys.get(invitation.stratum)
  if (known) return known
  const key = readPublicKey(invitation.publicKey!)
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

/** The fingerprint of a result: SHA-256 of the canonical JSON (RFC 8785) of everything but the digest itself (CONTRACT). */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import { sha256 } from '../secrets.ts'

/** base64url without padding, as every byte string of the contract. A member `digest` at the top is left out. */
export function digestOf(document: object): string {
  const { digest: _, ...rest } = document as { digest?: string }
  return digestOfText(canonicalJson(rest))
}

/** Of canonical JSON that is written already. */
export function digestOfText(text: string): string {
  return sha256(text).toString('base64url')
}

/** The fingerprint of a result: SHA-256 of the canonical JSON (RFC 8785) of everything but the digest itself (CONTRACT). */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import { sha256 } from '../secrets.ts'

/** base64url without padding, as every byte string of the contract. A member `digest` at the top is left out. */
export function digestOf(document: object): string {
  const { digest: _, ...rest } = document as { digest?: string }
  return sha256(canonicalJson(rest)).toString('base64url')
}

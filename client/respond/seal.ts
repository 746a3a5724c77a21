/**
 * The blinding code, loaded while the person answers. RFC 9474, RSABSSA-SHA384-PSS-Randomized: only blindrsa.js is
 * imported, because the package's index also carries the partially blind variant (12 kB brotli instead of 13).
 */
import { BlindRSA, PrepareType } from '@cloudflare/blindrsa-ts/lib/src/blindrsa.js'
import { fromBase64url, toBase64url } from './base64url.ts'

const suite = new BlindRSA({
  name: 'RSABSSA-SHA384-PSS-Randomized',
  hash: 'SHA-384',
  saltLength: 48,
  prepareType: PrepareType.Randomized,
  supportsRSARAW: false,
} as ConstructorParameters<typeof BlindRSA>[0])

/** Everything needed to finish later, also after a crash: all base64url. */
export type Seal = { message: string; blinded: string; inverse: string }

const importKey = (spki: string) =>
  crypto.subtle.importKey('spki', fromBase64url(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])

/** A fresh message for the stratum (32 random bytes ‖ its id) and its blinded form under the stratum's public key. */
export async function makeSeal(spki: string, stratum: string): Promise<Seal> {
  const message = suite.prepare(new TextEncoder().encode(stratum))
  const { blindedMsg, inv } = await suite.blind(await importKey(spki), message)
  return { message: toBase64url(message), blinded: toBase64url(blindedMsg), inverse: toBase64url(inv) }
}

/** Unblinds and verifies; returns the signature. Throws when the server did not sign what it was given. */
export async function finishSeal(spki: string, seal: Seal, blindSignature: string): Promise<string> {
  const key = await importKey(spki)
  return toBase64url(
    await suite.finalize(key, fromBase64url(seal.message), fromBase64url(blindSignature), fromBase64url(seal.inverse)),
  )
}

/**
 * A respondent's half of the credential (RFC 9474, RSABSSA-SHA384-PSS-Randomized) in Node: for tests, the demo and the
 * benchmark. Same results as @cloudflare/blindrsa-ts, which browsers use (blind-sign.test.ts holds the two together), but
 * some twenty times faster, because OpenSSL does the one exponentiation; everything slow happens before the server is asked.
 */
import { constants, createHash, createPublicKey, type KeyObject, publicEncrypt, randomBytes, verify } from 'node:crypto'

const MODULUS_BYTES = 256
const SALT_BYTES = 48
const HASH = 'sha384'
const HASH_BYTES = 48

export type BlindingKey = { key: KeyObject; modulus: bigint }

/** What a device keeps between the two requests; byte strings in base64url as the API takes them. */
export type PreparedCredential = { key: BlindingKey; message: string; blinded: string; inverse: bigint }

/** Reads a stratum's public key (`publicKey` of GET /api/links/:token: SPKI, DER, base64url). */
export function readBlindingKey(publicKey: string): BlindingKey {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
  const { n } = key.export({ format: 'jwk' }) as { n: string }
  return { key, modulus: numberOf(Buffer.from(n, 'base64url')) }
}

/** Makes a fresh message for `stratum` (CONTRACT: 32 random bytes ‖ the stratum's UTF-8) and blinds it. About 1 ms. */
export function prepareCredential(key: BlindingKey, stratum: string): PreparedCredential {
  const message = Buffer.concat([randomBytes(32), Buffer.from(stratum)])
  return { key, message: message.toString('base64url'), ...blind(key, message) }
}

/** Turns the server's `blindSignature` into the credential's signature, base64url. Throws when it does not verify. */
export function finishCredential({ key, message, inverse }: PreparedCredential, blindSignature: string): string {
  const signature = bytesOf((numberOf(Buffer.from(blindSignature, 'base64url')) * inverse) % key.modulus)
  const pss = { key: key.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES }
  if (!verify(HASH, Buffer.from(message, 'base64url'), pss, signature)) throw new Error('the signature does not verify')
  return signature.toString('base64url')
}

/** RFC 9474, section 4.2: z = EMSA-PSS-ENCODE(message) · r^e mod n, and the inverse of r for the end. */
function blind({ key, modulus }: BlindingKey, message: Buffer): { blinded: string; inverse: bigint } {
  const encoded = numberOf(encodePss(message, randomBytes(SALT_BYTES)))
  const r = randomBelow(modulus)
  const power = numberOf(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytesOf(r)))
  const blinded = bytesOf((encoded * power) % modulus).toString('base64url')
  return { blinded, inverse: inverseOf(r, modulus) }
}

/** RFC 8017, section 9.1.1, for a modulus of 2048 bits: 2047 bits, MGF1 with the same hash. */
function encodePss(message: Buffer, salt: Buffer): Buffer {
  const hashed = createHash(HASH).update(message).digest()
  const h = createHash(HASH).update(Buffer.alloc(8)).update(hashed).update(salt).digest()
  const db = Buffer.alloc(MODULUS_BYTES - HASH_BYTES - 1)
  db[db.length - SALT_BYTES - 1] = 1
  salt.copy(db, db.length - SALT_BYTES)
  const mask = mgf1(h, db.length)
  for (let at = 0; at < db.length; at += 1) db[at]! ^= mask[at]!
  db[0]! &= 0x7f
  return Buffer.concat([db, h, Buffer.from([0xbc])])
}

function mgf1(seed: Buffer, length: number): Buffer {
  const parts = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, index) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(index)
    return createHash(HASH).update(seed).update(counter).digest()
  })
  return Buffer.concat(parts).subarray(0, length)
}

function randomBelow(modulus: bigint): bigint {
  for (;;) {
    const candidate = numberOf(randomBytes(MODULUS_BYTES))
    if (candidate > 0n && candidate < modulus) return candidate
  }
}

/** Extended Euclid. A number that shares a factor with the modulus would factor it, so none is ever met. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [modulus, value, 0n, 1n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return x < 0n ? x + modulus : x
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`)
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(2 * MODULUS_BYTES, '0'), 'hex')

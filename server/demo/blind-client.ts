/**
 * A respondent's device without a browser: RFC 9474 RSABSSA-SHA384-PSS-Randomized on node:crypto and BigInt, fast enough
 * for a load of hundreds of devices. The phone page uses @cloudflare/blindrsa-ts; a test holds the two together.
 */
import { constants, createHash, createPublicKey, type KeyObject, publicEncrypt, randomBytes, verify } from 'node:crypto'

const BYTES = 256
const HASH_BYTES = 48
const SALT_BYTES = 48

export type Blinding = { message: Buffer; blinded: Buffer; inverse: bigint; key: PublicKey }
export type PublicKey = { object: KeyObject; modulus: bigint }

/** `spki`: base64url DER, as the link gives it. */
export function readPublicKey(spki: string): PublicKey {
  const object = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' })
  return { object, modulus: toNumber(Buffer.from(object.export({ format: 'jwk' }).n!, 'base64url')) }
}

/** RFC 9474, 4.1 and 4.2: a prepared message of 32 random bytes and the stratum, encoded by PSS and blinded. */
export function blind(key: PublicKey, stratum: string): Blinding {
  const message = Buffer.concat([randomBytes(32), Buffer.from(stratum)])
  for (;;) {
    const random = toNumber(randomBytes(BYTES)) % key.modulus
    const inverse = invert(random, key.modulus)
    if (inverse === null) continue
    const power = publicEncrypt({ key: key.object, padding: constants.RSA_NO_PADDING }, toBytes(random))
    const blinded = (toNumber(encodePss(message)) * toNumber(power)) % key.modulus
    return { message, blinded: toBytes(blinded), inverse, key }
  }
}

/** RFC 9474, 4.4: the signature of the message itself. Throws when the signer did not sign what was sent. */
export function finalize({ message, inverse, key }: Blinding, blindSignature: Buffer): Buffer {
  const signature = toBytes((toNumber(blindSignature) * inverse) % key.modulus)
  const options = { key: key.object, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES }
  if (!verify('sha384', message, options, signature)) throw new Error('the blind signature does not verify')
  return signature
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) with SHA-384, MGF1-SHA-384, a 48-byte salt and 2047 bits. */
function encodePss(message: Buffer): Buffer {
  const salt = randomBytes(SALT_BYTES)
  const hash = sha384(Buffer.concat([Buffer.alloc(8), sha384(message), salt]))
  const block = Buffer.alloc(BYTES - HASH_BYTES - 1)
  block[block.length - SALT_BYTES - 1] = 1
  salt.copy(block, block.length - SALT_BYTES)
  const mask = mgf1(hash, block.length)
  const masked = Buffer.from(block.map((byte, index) => byte ^ mask[index]!))
  masked[0]! &= 0x7f
  return Buffer.concat([masked, hash, Buffer.from([0xbc])])
}

function mgf1(seed: Buffer, length: number): Buffer {
  const parts: Buffer[] = []
  for (let counter = 0; parts.length * HASH_BYTES < length; counter += 1) {
    const suffix = Buffer.alloc(4)
    suffix.writeUInt32BE(counter)
    parts.push(sha384(Buffer.concat([seed, suffix])))
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** Extended Euclid; null when there is no inverse (never met by chance). */
function invert(value: bigint, modulus: bigint): bigint | null {
  let [a, b, x, y] = [value, modulus, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null
}

const sha384 = (data: Buffer): Buffer => createHash('sha384').update(data).digest()
const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`)
const toBytes = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(BYTES * 2, '0'), 'hex')

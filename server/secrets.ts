/**
 * Everything derived from SECRET_KEY: separate keys per purpose by HKDF-SHA-256 (RFC 5869), AES-256-GCM sealing, and
 * the personal links' tokens. SECRET_KEY is not in the database, so a dump opens nothing that is sealed here.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export type Secrets = {
  /** A 32-byte key for one purpose, for example "jwt". */
  key(purpose: string): Buffer
  /** nonce(12) ‖ tag(16) ‖ ciphertext; `context` is authenticated, so a sealed value opens only where it belongs. */
  seal(purpose: string, context: string, plain: Buffer): Buffer
  /** Throws when the value was sealed for another purpose or context, under another SECRET_KEY, or was altered. */
  open(purpose: string, context: string, sealed: Buffer): Buffer
  /** The personal link's token of a respondent: 22 base64url characters, 128 bits, the same every time. `issue` counts from 1. */
  linkToken(respondentId: string, issue: number): string
  /** The token of a person's opt-out link: it opens nothing else, and outlives a re-issue of the personal link. */
  optOutToken(respondentId: string): string
  /** Whose opt-out link it is; undefined when it is none of ours. */
  readOptOutToken(token: string): string | undefined
}

export function createSecrets(secretKey: Buffer): Secrets {
  const keys = new Map<string, Buffer>()
  const sealingKeys = new Map<string, KeyObject>()
  const key = (purpose: string): Buffer => {
    const known = keys.get(purpose)
    if (known) return known
    const derived = Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `phieu/${purpose}`, 32))
    keys.set(purpose, derived)
    return derived
  }
  // As a key object: given a plain buffer, Node tries several kinds of key by exceptions, four times the cost of the sealing.
  const sealingKey = (purpose: string): KeyObject => {
    const known = sealingKeys.get(purpose)
    if (known) return known
    const made = createSecretKey(key(purpose))
    sealingKeys.set(purpose, made)
    return made
  }
  const optOutMac = (respondentId: string): string =>
    createHmac('sha256', key('opt-out')).update(respondentId).digest().subarray(0, 12).toString('base64url')
  return {
    key,
    seal(purpose, context, plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealingKey(purpose), nonce)
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(purpose, context, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealingKey(purpose), sealed.subarray(0, 12))
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    },
    linkToken(respondentId, issue) {
      // The first issue is made as it was before there were others; an id holds no slash.
      const name = issue === 1 ? respondentId : `${respondentId}/${issue}`
      return createHmac('sha256', key('link')).update(name).digest().subarray(0, 16).toString('base64url')
    },
    optOutToken: (respondentId) => `${respondentId}.${optOutMac(respondentId)}`,
    readOptOutToken(token) {
      const [respondentId = '', mac = '', ...more] = token.split('.')
      const [given, expected] = [Buffer.from(mac), Buffer.from(optOutMac(respondentId))]
      const ours = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
      return ours ? respondentId : undefined
    },
  }
}

export const sha256 = (data: Buffer | string): Buffer => hash('sha256', data, 'buffer')

/** A random opaque id: 128 bits, base64url. */
export const newId = (): string => randomBytes(16).toString('base64url')

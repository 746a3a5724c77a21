/**
 * Recovery codes: 25 characters of Crockford's base32, 125 random bits, in five groups like a product key. Random enough
 * for a plain SHA-256; what people misread (O for 0, I and L for 1) is read as it was meant.
 */
import { randomBytes } from 'node:crypto'
import { sha256 } from '../secrets.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 25
export const RECOVERY_CODES = 10

/** A new code as it is shown, `7K3QD-…`. */
export function makeRecoveryCode(): string {
  const code = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte & 31]).join('')
  return code.match(/.{5}/g)!.join('-')
}

/** SHA-256 of what was typed, however it was typed. */
export function hashRecoveryCode(typed: string): Buffer {
  const folded = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return sha256(folded.replace(/O/g, '0').replace(/[IL]/g, '1'))
}

export const isRecoveryCode = (typed: string): boolean => !/^\d{6}$/.test(typed)

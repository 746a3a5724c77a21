/**
 * RSA keys of strata and the signer's one operation (RFC 9474 "BlindSign": s = m^d mod n), done by OpenSSL through
 * node:crypto as a raw private-key operation, with OpenSSL's own base blinding against timing.
 */
import { constants, createPrivateKey, generateKeyPair, type KeyObject, privateDecrypt } from 'node:crypto'
import { promisify } from 'node:util'

const MODULUS_BITS = 2048

/** A fresh key pair: public half as SPKI DER, private half as PKCS #8 DER. Takes 50 to 300 ms in the thread pool. */
export async function generateStratumKey(): Promise<{ publicKey: Buffer; privateKey: Buffer }> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: MODULUS_BITS,
    publicExponent: 65537,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
}

export type SigningKey = KeyObject & { padding: number }

/** The padding stands on the key: an object of key and padding Node first tries as other kinds of key, by exceptions. */
export function readPrivateKey(der: Buffer): SigningKey {
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return Object.assign(key, { padding: constants.RSA_NO_PADDING })
}

/** Signs a blinded message: 256 bytes, a number below the modulus (RFC 9474, section 4.3); throws for anything else. */
export function blindSign(privateKey: SigningKey, blinded: Buffer): Buffer {
  // OpenSSL would take fewer bytes as a smaller number.
  if (blinded.length !== MODULUS_BITS / 8) throw new RangeError('a blinded message is as long as the modulus')
  return privateDecrypt(privateKey, blinded)
}

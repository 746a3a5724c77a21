import { constants, createPublicKey, verify } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { beforeAll, expect, test } from 'vitest'
import { finishCredential, prepareCredential, readBlindingKey } from '../demo/blind-client.ts'
import { blindSign, generateStratumKey, readPrivateKey } from './keys.ts'

const suite = RSABSSA.SHA384.PSS.Randomized()
let pair: Awaited<ReturnType<typeof generateStratumKey>>
beforeAll(async () => {
  pair = await generateStratumKey()
})

const importedKey = () =>
  crypto.subtle.importKey('spki', new Uint8Array(pair.publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ])

/** The server's own check, as accept-response makes it. */
function verifies(message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: pair.publicKey, format: 'der', type: 'spki' })
  return verify('sha384', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature)
}

test('a message blinded by the browser library and signed natively verifies as ordinary PSS', async () => {
  const key = await importedKey()
  const message = suite.prepare(new TextEncoder().encode('stratum-1'))
  expect(message.length).toBe(32 + 'stratum-1'.length)
  const { blindedMsg, inv } = await suite.blind(key, message)
  const blindSignature = blindSign(readPrivateKey(pair.privateKey), Buffer.from(blindedMsg))
  const signature = await suite.finalize(key, message, blindSignature, inv)
  expect(verifies(message, signature)).toBe(true)
  expect(verifies(Buffer.concat([message, Buffer.from('!')]), signature)).toBe(false)
})

test('the native signature of a blinded message is the browser library’s own', async () => {
  const pkcs8 = new Uint8Array(pair.privateKey)
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign'])
  const { blindedMsg } = await suite.blind(await importedKey(), suite.prepare(new Uint8Array([1])))
  const expected = await suite.blindSign(privateKey, blindedMsg)
  expect(blindSign(readPrivateKey(pair.privateKey), Buffer.from(blindedMsg)).equals(expected)).toBe(true)
})

test('the client of tests and benchmark makes credentials that the browser library accepts', async () => {
  const key = await importedKey()
  const prepared = prepareCredential(readBlindingKey(pair.publicKey.toString('base64url')), 'stratum-1')
  const blindSignature = blindSign(readPrivateKey(pair.privateKey), Buffer.from(prepared.blinded, 'base64url'))
  const signature = finishCredential(prepared, blindSignature.toString('base64url'))
  const message = Buffer.from(prepared.message, 'base64url')
  expect(message.subarray(32).toString()).toBe('stratum-1')
  expect(await suite.verify(key, Buffer.from(signature, 'base64url'), message)).toBe(true)
})

test('the client refuses a signature over something else', () => {
  const prepared = prepareCredential(readBlindingKey(pair.publicKey.toString('base64url')), 'stratum-1')
  const other = prepareCredential(prepared.key, 'stratum-1')
  const blindSignature = blindSign(readPrivateKey(pair.privateKey), Buffer.from(other.blinded, 'base64url'))
  expect(() => finishCredential(prepared, blindSignature.toString('base64url'))).toThrow('does not verify')
})

test('signing says nothing of the message: what the server sees differs each time for the same message', async () => {
  const key = await importedKey()
  const message = suite.prepare(new Uint8Array([1]))
  const first = await suite.blind(key, message)
  const second = await suite.blind(key, message)
  expect(Buffer.from(first.blindedMsg).equals(Buffer.from(second.blindedMsg))).toBe(false)
})

test('a number that is not below the modulus is not signed', () => {
  expect(() => blindSign(readPrivateKey(pair.privateKey), Buffer.alloc(256, 255))).toThrow()
  expect(() => blindSign(readPrivateKey(pair.privateKey), Buffer.alloc(255, 1))).toThrow()
})

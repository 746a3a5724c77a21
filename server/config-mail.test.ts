import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const dir = mkdtempSync(join(tmpdir(), 'phieu-config-'))
afterAll(() => rmSync(dir, { recursive: true }))

const file = (name: string, content: string): string => {
  writeFileSync(join(dir, name), content)
  return join(dir, name)
}
const pem = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const read = (env: Record<string, string>) =>
  readConfig({ SECRET_KEY: randomBytes(32).toString('base64url'), ...env }).mail

test('mail settings are read', () => {
  const key = file('good.pem', pem(2048))
  const mail = read({
    MAIL_BOUNCE: 'bounce@khaosat.sonla.test',
    IMAP_URL: 'imaps://bounce%40khaosat:m%E1%BA%ADt@mail.sonla.test:1993/Th%C6%B0',
    BOUNCE_LISTEN: '[::1]:2525',
    DKIM_DOMAIN: 'sonoivu.test',
    DKIM_SELECTOR: 'k1',
    DKIM_KEY_FILE: key,
  })
  expect(mail).toMatchObject({
    bounce: 'bounce@khaosat.sonla.test',
    listen: { host: '::1', port: 2525 },
    dkim: { domain: 'sonoivu.test', selector: 'k1', privateKey: expect.stringContaining('BEGIN PRIVATE KEY') },
  })
  expect(read({})).toEqual({ bounce: undefined, imap: undefined, listen: undefined, dkim: undefined })
})

describe('a wrong mail setting stops the start, names the variable and not its value:', () => {
  const dkim = { DKIM_DOMAIN: 'sonoivu.test', DKIM_SELECTOR: 'k1' }
  const { privateKey } = generateKeyPairSync('ed25519')
  test.each<[string, Record<string, string>]>([
    ['MAIL_BOUNCE', { MAIL_BOUNCE: 'khong-phai-dia-chi' }],
    ['MAIL_BOUNCE', { MAIL_BOUNCE: 'bounce+x@khaosat.test' }],
    ['MAIL_BOUNCE', { MAIL_BOUNCE: `${'b'.repeat(32)}@khaosat.test` }],
    ['MAIL_BOUNCE', { BOUNCE_LISTEN: '127.0.0.1:2525' }],
    ['IMAP_URL', { IMAP_URL: 'https://user:password@mail.test' }],
    ['IMAP_URL', { IMAP_URL: 'imaps://mail.test' }],
    ['BOUNCE_LISTEN', { MAIL_BOUNCE: 'b@khaosat.test', BOUNCE_LISTEN: '2525' }],
    ['BOUNCE_LISTEN', { MAIL_BOUNCE: 'b@khaosat.test', BOUNCE_LISTEN: '127.0.0.1:99999' }],
    ['DKIM_KEY_FILE', dkim],
    ['DKIM_SELECTOR', { DKIM_DOMAIN: 'sonoivu.test', DKIM_KEY_FILE: 'x' }],
    ['DKIM_DOMAIN', { ...dkim, DKIM_DOMAIN: 'so noi vu', DKIM_KEY_FILE: 'x' }],
    ['DKIM_KEY_FILE', { ...dkim, DKIM_KEY_FILE: join(dir, 'nowhere.pem') }],
    ['DKIM_KEY_FILE', { ...dkim, DKIM_KEY_FILE: file('text.pem', 'khoá') }],
    ['DKIM_KEY_FILE', { ...dkim, DKIM_KEY_FILE: file('short.pem', pem(768)) }],
    [
      'DKIM_KEY_FILE',
      { ...dkim, DKIM_KEY_FILE: file('ed.pem', String(privateKey.export({ type: 'pkcs8', format: 'pem' }))) },
    ],
  ])('%s %j', (name, env) => {
    const message = messageOf(() => read(env))
    expect(message.startsWith(`${name}: `)).toBe(true)
    expect(message).not.toContain('\n')
    for (const value of Object.values(env)) expect(message).not.toContain(value)
  })

  function messageOf(act: () => unknown): string {
    try {
      act()
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }
})

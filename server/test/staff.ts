/** Staff for tests: an account of each role, signed in over HTTP. */
import { hash } from '@node-rs/argon2'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import type { Role } from '../staff/permissions.ts'
import { insertAccount } from '../staff/queries.ts'

export const PASSWORD = 'mật khẩu để thử nghiệm'
/** Argon2 is slow on purpose: once for all accounts of a test file. */
let hashed: Promise<string> | undefined

/** Headers of a signed-in browser. */
export type SignedIn = { cookie: string; 'x-csrf-token': string }

/** Creates an account and returns its e-mail address. */
export async function createAccount(
  { db }: Pick<Deps, 'db'>,
  role: Role,
  { unit = null, email = `${role}-${newId().toLowerCase()}@so.example` }: { unit?: string | null; email?: string } = {},
): Promise<string> {
  hashed ??= hash(PASSWORD)
  await insertAccount(db, { id: newId(), email, passwordHash: await hashed, role, unit })
  return email
}

let address = 0
/** Another address each time: guesses are limited per address, and every test of a file comes from one machine. */
function nextAddress(): string {
  address += 1
  return `10.0.${(address >> 8) & 255}.${address & 255}`
}

export type Credentials = { password?: string; code?: string | undefined; from?: string }

export async function postSession(app: App, email: string, { password = PASSWORD, code, from }: Credentials = {}) {
  const payload = { email, password, ...(code ? { code } : {}) }
  return app.inject({ method: 'POST', url: '/api/session', remoteAddress: from ?? nextAddress(), payload })
}

/** Creates an account of `role` and signs it in. */
export async function signInAs(
  { app, deps }: { app: App; deps: Deps },
  role: Role,
  unit: string | null = null,
): Promise<SignedIn> {
  const reply = await postSession(app, await createAccount(deps, role, { unit }))
  if (reply.statusCode !== 200) throw new Error(`sign-in answered ${reply.statusCode} ${reply.json().code}`)
  return { cookie: cookieOf(reply), 'x-csrf-token': reply.json().csrfToken }
}

/** The session cookie of a reply, ready to be sent back. */
export function cookieOf(reply: { cookies: { name: string; value: string }[] }): string {
  const { name, value } = reply.cookies.find((cookie) => cookie.name === 'phieu_session')!
  return `${name}=${value}`
}

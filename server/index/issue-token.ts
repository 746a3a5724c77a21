/** Fifteen minutes of access for a program that knows its secret. */
import { errors } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { INDEX_AUDIENCE } from './require-client.ts'

const SECONDS = 15 * 60

/** The client's scopes, null when the secret is not its own; staff/verify-client.ts, because this side cannot read schema staff. */
export type VerifyClient = (clientId: string, clientSecret: string) => Promise<string[] | null>

/** Throws wrong-client (401), the same for an unknown client and a wrong secret. */
export async function issueToken(
  { jwt, verifyClient }: { jwt: App['jwt']; verifyClient: VerifyClient },
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<{ token: string; expiresIn: number }> {
  const scopes = await verifyClient(clientId, clientSecret)
  if (!scopes) throw errors.wrongClient()
  const token = jwt.sign({ sub: clientId, aud: INDEX_AUDIENCE, scopes }, { expiresIn: `${SECONDS}s` })
  return { token, expiresIn: SECONDS }
}

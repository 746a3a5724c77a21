/** The application over a delivery world, and calls as staff of a role. */
import { buildApp } from '../../app.ts'
import type { Config } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import type { Role } from '../../staff/permissions.ts'
import { signInAs } from '../../test/staff.ts'

/** The routes as production builds them, on `deps`. */
export function buildOn(deps: Deps, config: Partial<Config> = {}): Promise<App> {
  return buildApp({ ...deps, answerDb: deps.db, definitions: [], config: { ...deps.config, trustProxy: 0, ...config } })
}

export type Call = (
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) => Promise<Answer>
// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
export type Answer = { status: number; body: any }

export async function callAs(app: App, deps: Deps, role: Role): Promise<Call> {
  const headers = await signInAs({ app, deps }, role)
  // These clocks stand in another year than the database's, by which old sessions are swept.
  await deps.db.$client`UPDATE staff.sessions SET expires_at = '2100-01-01'`
  return async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers: { ...headers }, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
}

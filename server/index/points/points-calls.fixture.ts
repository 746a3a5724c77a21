/** The calls of points as a program makes them. */
import type { TestSystem } from '../../test/deps.ts'
import type { SignedIn } from '../../test/staff.ts'

export async function sendJson({ app }: TestSystem, headers: SignedIn, url: string, payload: object) {
  return app.inject({ method: 'POST', url, headers, payload })
}

/** What the tests of the audit log share: a system, staff of each role, entries, and somebody who tampers. */
import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '../staff/permissions.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import type { AuditFacets, AuditPage, VerifyBody, VerifyView } from './schemas.ts'

/** Call at the top of a test file; the values stand from the first test on. */
export function auditWorld() {
  let system: TestSystem
  const staff = new Map<Role, SignedIn>()
  beforeAll(async () => {
    system = await startTestSystem()
    for (const role of ['admin', 'officer', 'auditor'] as const) staff.set(role, await signInAs(system, role))
  })
  afterAll(() => system?.stop())

  const get = (path: string, role: Role = 'auditor') =>
    system.app.inject({ url: `/api/audit${path}`, headers: { ...staff.get(role)! } })
  const verify = async (body: Partial<VerifyBody> = {}): Promise<VerifyView> => {
    const headers = { ...staff.get('auditor')! }
    const reply = await system.app.inject({ method: 'POST', url: '/api/audit/verify', headers, payload: body })
    if (reply.statusCode !== 200) throw new Error(`verify answered ${reply.statusCode} ${reply.body}`)
    return reply.json()
  }

  return {
    system: () => system,
    sql: () => system.deps.db.$client,
    get,
    verify,
    page: async (query = ''): Promise<AuditPage> => (await get(query)).json(),
    facets: async (): Promise<AuditFacets> => (await get('/facets')).json(),
    /** From the first to the last entry, `limit` at a time, as the console does. */
    async verifyAll(limit: number): Promise<VerifyView[]> {
      const parts = [await verify({ limit })]
      while (!parts.at(-1)!.done) {
        const { seq, hash } = parts.at(-1)!.last!
        parts.push(await verify({ limit, after: { seq, hash } }))
      }
      return parts
    },
    write: (action: string, details: Record<string, unknown> = {}, campaign?: string) =>
      recordAudit(system.deps.db, { actor: 'canbo@so.example', action, details, ...(campaign && { campaign }) }),
    /** Somebody who owns the whole server, and for whom no trigger fires. */
    async tamper(work: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
      const owner = postgres(system.databaseUrl, { max: 1, onnotice: () => {} })
      try {
        await owner.begin(async (tx) => {
          await tx`SET LOCAL session_replication_role = replica`
          await work(tx)
        })
      } finally {
        await owner.end()
      }
    },
  }
}

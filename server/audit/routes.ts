/** The audit log: reading, checking and downloading it. No call changes or deletes an entry. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { permit } from '../http/permit.ts'
import { EXPORT_FORMATS, exportAudit } from './export-audit.ts'
import { readAudit, readEntry, readFacets } from './read-audit.ts'
import {
  AuditFacets,
  AuditFilter,
  AuditPage,
  AuditQuery,
  EntryParams,
  VerifyBody,
  VerifyView,
  WholeEntry,
} from './schemas.ts'
import { verifyChain } from './verify-chain.ts'

const preHandler = permit('audit.read')
const EXPORTS = { rateLimit: { max: 20, timeWindow: '1 minute' } }
const TYPES = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function auditRoutes(app: App, deps: Deps): void {
  app.get('/api/audit', { preHandler, schema: { querystring: AuditQuery, response: { 200: AuditPage } } }, (req) =>
    readAudit(deps, req.query),
  )
  app.get(
    '/api/audit/facets',
    { preHandler, schema: { querystring: AuditFilter.pick({ campaign: true }), response: { 200: AuditFacets } } },
    (req) => readFacets(deps, req.query.campaign),
  )
  app.get(
    '/api/audit/entries/:seq',
    { preHandler, schema: { params: EntryParams, response: { 200: WholeEntry } } },
    (req) => readEntry(deps, req.params.seq),
  )
  app.post('/api/audit/verify', { preHandler, schema: { body: VerifyBody, response: { 200: VerifyView } } }, (req) =>
    verifyChain(deps, req.body, req.staff),
  )
  for (const format of EXPORT_FORMATS) {
    app.get(
      `/api/audit/export.${format}`,
      { preHandler, config: EXPORTS, schema: { querystring: AuditFilter, response: { 200: z.any() } } },
      async (req, reply) => {
        const content = await exportAudit(deps, { format, filter: req.query }, req.staff)
        const day = deps.clock.now().toISOString().slice(0, 10)
        return reply
          .type(TYPES[format])
          .header('content-disposition', `attachment; filename="nhat-ky-${day}.${format}"`)
          .send(Readable.from(content))
      },
    )
  }
}

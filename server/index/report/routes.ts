/** The yearly report: reading it, writing its fields, downloading it. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { readFields, readFieldVersions } from './read-fields.ts'
import { readReport, readReportAs, readReportInput } from './read-report.ts'
import { writeReportFile } from './read-report-file.ts'
import { REPORT_POLICY } from './render/html-style.ts'
import { RENDER_KINDS } from './render/render-aside.ts'
import { FieldBody, FieldParams, FieldSaved, FieldsView, FieldVersionsView, ReportView } from './schemas.ts'
import { setField } from './set-field.ts'

/** 50.000 characters, each up to six bytes in JSON. */
const FIELD_BYTES = 512 * 1024

export function reportRoutes(app: App, deps: Deps): void {
  const read = permit('index.read')
  const file = { params: CodeParams, response: { 200: z.any() } }

  app.get(
    '/api/campaigns/:code/index/report',
    { preHandler: read, schema: { params: CodeParams, response: { 200: ReportView } } },
    (req) => readReport(deps, req.params.code),
  )

  app.get(
    '/api/campaigns/:code/index/report/fields',
    { preHandler: read, schema: { params: CodeParams, response: { 200: FieldsView } } },
    (req) => readFields(deps, req.params.code),
  )

  app.get(
    '/api/campaigns/:code/index/report/fields/:field',
    { preHandler: read, schema: { params: FieldParams, response: { 200: FieldVersionsView } } },
    (req) => readFieldVersions(deps, req.params.code, req.params.field),
  )

  app.put(
    '/api/campaigns/:code/index/report/fields/:field',
    {
      bodyLimit: FIELD_BYTES,
      preHandler: permit('index.change'),
      schema: { params: FieldParams, body: FieldBody, response: { 200: FieldSaved } },
    },
    (req) => setField(deps, { ...req.params, ...req.body }, req.staff),
  )

  for (const kind of RENDER_KINDS) {
    app.get(`/api/campaigns/:code/index/report.${kind}`, { preHandler: read, schema: file }, async (req, reply) => {
      const bytes = await readReportAs(deps, req.params.code, kind)
      // The page is read where it is; its policy allows its own style and nothing else.
      if (kind === 'html') reply.header('content-security-policy', `${REPORT_POLICY}; frame-ancestors 'none'`)
      else reply.header('content-disposition', attachment(req.params.code, kind))
      return reply.type(MEDIA_TYPES[kind]).send(bytes)
    })
  }

  app.get('/api/campaigns/:code/index/report.json', { preHandler: read, schema: file }, async (req, reply) => {
    reply.header('content-disposition', attachment(req.params.code, 'json'))
    return reply.type(MEDIA_TYPES.json).send(writeReportFile(await readReportInput(deps, req.params.code)))
  })
}

/** A code of a campaign holds letters, digits, dots, dashes and underscores only (campaigns/schemas.ts). */
const attachment = (code: string, kind: string): string => `attachment; filename="bao-cao-${code}.${kind}"`

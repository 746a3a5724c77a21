/** Anonymised microdata and their codebook, for officers and for programs; neither auditors nor units' contacts get them. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { byClient, perMinute } from '../limit-calls.ts'
import { requireScope } from '../require-client.ts'
import { CodebookView } from './codebook-schemas.ts'
import { exportCodebook, exportMicrodata, exportSpss, microdataName } from './export-microdata.ts'
import { fileResponse } from './schemas.ts'

const CALLS = {
  csv: { operation: 'downloadMicrodata', summary: 'Anonymised microdata of a final campaign, one row a response' },
  sps: { operation: 'downloadSyntax', summary: 'Codebook of the microdata as SPSS/PSPP syntax' },
  json: { operation: 'readCodebook', summary: 'Codebook of the microdata' },
}

type Audience = {
  base: '/api/campaigns/:code' | '/api/index/v1/campaigns/:code'
  actorOf(req: FastifyRequest): string
  guard: object
  security: Record<string, string[]>[]
  /** Ends the operations' names, which are unique over all calls. */
  suffix: string
}

const STAFF: Audience = {
  base: '/api/campaigns/:code',
  actorOf: (req) => req.staff.email,
  guard: { preHandler: permit('microdata.export') },
  security: [{ session: [] }],
  suffix: 'AsStaff',
}
const PROGRAM: Audience = {
  base: '/api/index/v1/campaigns/:code',
  actorOf: (req) => `program ${req.indexClient}`,
  guard: { preHandler: requireScope('microdata'), config: perMinute(20, byClient('index-microdata')) },
  security: [{ bearer: [] }],
  suffix: '',
}

export function microdataRoutes(app: App, deps: Pick<Deps, 'db' | 'answerDb'>): void {
  for (const { base, actorOf, guard, security, suffix } of [STAFF, PROGRAM]) {
    const schemaOf = (format: keyof typeof CALLS) => ({
      ...{ tags: ['index'], operationId: `${CALLS[format].operation}${suffix}`, summary: CALLS[format].summary },
      ...{ security, params: CodeParams },
    })

    app.get(
      `${base}/microdata.csv`,
      { ...guard, schema: { ...schemaOf('csv'), response: { 200: fileResponse('csv', CALLS.csv.summary) } } },
      async (req, reply) => {
        const { code } = req.params
        const chunks = await exportMicrodata(deps, { code, actor: actorOf(req) })
        attach(reply, microdataName(code))
        return reply.type(MEDIA_TYPES.csv).send(Readable.from(chunks) as never)
      },
    )

    app.get(
      `${base}/codebook.sps`,
      { ...guard, schema: { ...schemaOf('sps'), response: { 200: fileResponse('sps', CALLS.sps.summary) } } },
      async (req, reply) => {
        const { code } = req.params
        const syntax = await exportSpss(deps, { code, actor: actorOf(req) })
        attach(reply, `${code}-codebook.sps`)
        return reply.type(MEDIA_TYPES.sps).send(Buffer.from(syntax) as never)
      },
    )

    app.get(
      `${base}/codebook.json`,
      { ...guard, schema: { ...schemaOf('json'), response: { 200: CodebookView } } },
      async (req, reply) => {
        reply.header('cache-control', 'no-store')
        return exportCodebook(deps, { code: req.params.code, actor: actorOf(req) })
      },
    )
  }
}

function attach(reply: FastifyReply, name: string): void {
  reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store')
}

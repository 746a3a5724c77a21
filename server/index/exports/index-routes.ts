/** The index for programs as JSON, and for programs and staff as .csv and .xlsx. The console's own JSON is compute/. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { sendKept } from '../../scoring/send-kept.ts'
import { readIndex } from '../compute/read-index.ts'
import { IndexView } from '../compute/schemas.ts'
import { byClient, perMinute } from '../limit-calls.ts'
import { requireClient } from '../require-client.ts'
import { exportIndex } from './export-index.ts'
import { fileResponse } from './schemas.ts'

const PROGRAM = { preHandler: requireClient, config: perMinute(120, byClient('index-index')) }
const BEARER = { tags: ['index'], security: [{ bearer: [] }], params: CodeParams }
const SESSION = { tags: ['index'], security: [{ session: [] }], params: CodeParams }

const SUMMARIES = {
  csv: 'The index of a campaign, one row a unit',
  xlsx: 'The index of a campaign as a workbook: results, criteria, what they were made of',
}

export function indexExportRoutes(app: App, deps: Pick<Deps, 'answerDb'>): void {
  app.get(
    '/api/index/v1/campaigns/:code/index',
    {
      ...PROGRAM,
      schema: {
        ...{ ...BEARER, operationId: 'readIndex', summary: 'The index of a campaign, provisional or final' },
        response: { 200: IndexView, 304: z.null() },
      },
    },
    async (req, reply) => {
      const { etag, body } = await readIndex(deps, req.params.code)
      reply.type(MEDIA_TYPES.json)
      return sendKept(req, reply, { etag, body: Buffer.from(body) })
    },
  )

  for (const format of ['csv', 'xlsx'] as const) {
    const sent = {
      summary: SUMMARIES[format],
      response: { 200: fileResponse(format, SUMMARIES[format]), 304: z.null() },
    }
    const named = format === 'csv' ? 'downloadIndexCsv' : 'downloadIndexWorkbook'
    const send = async (req: FastifyRequest, reply: FastifyReply, code: string) => {
      const { index } = await readIndex(deps, code)
      reply.header('content-disposition', `attachment; filename="${code}-chi-so.${format}"`).type(MEDIA_TYPES[format])
      return sendKept(req, reply, {
        etag: `"${index.digest}.${format}"`,
        body: Readable.from(exportIndex(index, format)),
      })
    }
    app.get(
      `/api/index/v1/campaigns/:code/index.${format}`,
      { ...PROGRAM, schema: { ...BEARER, ...sent, operationId: named } },
      (req, reply) => send(req, reply, req.params.code),
    )
    app.get(
      `/api/campaigns/:code/index.${format}`,
      { preHandler: permit('index.read'), schema: { ...SESSION, ...sent, operationId: `${named}AsStaff` } },
      (req, reply) => send(req, reply, req.params.code),
    )
  }
}

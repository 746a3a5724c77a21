/** Bringing in appraised, self-assessed and imported points; for staff, and for programs with a token. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { isSet } from '../../http/is-set.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { readUpload } from '../../http/read-upload.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { findClientName } from '../../staff/client-queries.ts'
import { byClient, perMinute } from '../limit-calls.ts'
import { requireScope } from '../require-client.ts'
import { importPoints } from './import-points.ts'
import { limitPointsBody, POINTS_BODY_BYTES } from './limit-points-body.ts'
import { fileNameOf } from './name-set.ts'
import { readSet } from './read-set.ts'
import { readSets } from './read-sets.ts'
import { ImportQuery, ImportView, PointsBody, SetParams, SetsView, SetView, TemplateQuery } from './schemas.ts'
import { writeTemplateCsv, writeTemplateXlsx } from './write-template.ts'

const attach = (reply: FastifyReply, name: string) =>
  reply.header('content-disposition', `attachment; filename="${name}"`)

export function pointsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/points',
    { preHandler: permit('index.read'), schema: { params: CodeParams, response: { 200: SetsView } } },
    (req) => readSets(deps, req.params.code),
  )

  app.get(
    '/api/campaigns/:code/points/template.xlsx',
    {
      preHandler: permit('index.read'),
      schema: { params: CodeParams, querystring: TemplateQuery, response: { 200: z.any() } },
    },
    async (req, reply) => {
      const { filled, ...key } = req.query
      const template = await writeTemplateXlsx(deps, req.params.code, key, { filled: isSet(filled) })
      return attach(reply, fileNameOf(key, req.params.code, isSet(filled), 'xlsx'))
        .type(MEDIA_TYPES.xlsx)
        .send(template)
    },
  )

  app.get(
    '/api/campaigns/:code/points/template.csv',
    {
      preHandler: permit('index.read'),
      schema: { params: CodeParams, querystring: TemplateQuery, response: { 200: z.any() } },
    },
    async (req, reply) => {
      const { filled, ...key } = req.query
      const template = await writeTemplateCsv(deps, req.params.code, key, { filled: isSet(filled) })
      return attach(reply, fileNameOf(key, req.params.code, isSet(filled), 'csv'))
        .type(MEDIA_TYPES.csv)
        .send(template)
    },
  )

  app.post(
    '/api/campaigns/:code/points',
    {
      preHandler: permit('index.change'),
      schema: { params: CodeParams, querystring: ImportQuery, response: { 200: ImportView } },
    },
    async (req) => {
      const { dryRun, ...key } = req.query
      const { file, fields } = await readUpload(req)
      const seen = /^\d{1,9}$/.test(fields.seen ?? '') ? Number(fields.seen) : undefined
      const options = { dryRun: isSet(dryRun), reason: fields.reason?.slice(0, 500), seen }
      return importPoints(deps, req.params.code, key, { file }, options, req.staff.email)
    },
  )

  app.post(
    '/api/campaigns/:code/points/api',
    {
      bodyLimit: POINTS_BODY_BYTES,
      preValidation: limitPointsBody,
      onRequest: permit('index.change'),
      schema: { params: CodeParams, querystring: ImportQuery, body: PointsBody, response: { 200: ImportView } },
    },
    (req) => {
      const { dryRun, ...key } = req.query
      const { points, ...rest } = req.body
      return importPoints(deps, req.params.code, key, { points }, { dryRun: isSet(dryRun), ...rest }, req.staff.email)
    },
  )

  app.get(
    '/api/campaigns/:code/points/:id',
    { preHandler: permit('index.read'), schema: { params: SetParams, response: { 200: SetView } } },
    (req) => readSet(deps, req.params.code, req.params.id),
  )

  app.post(
    '/api/index/v1/campaigns/:code/points',
    {
      bodyLimit: POINTS_BODY_BYTES,
      preValidation: limitPointsBody,
      config: perMinute(30, byClient('index-points'), 'preParsing'),
      onRequest: requireScope('points'),
      schema: {
        ...{ tags: ['index'], operationId: 'sendPoints', summary: 'Brings in a set of points from outside' },
        ...{ params: CodeParams, querystring: ImportQuery, body: PointsBody, response: { 200: ImportView } },
        security: [{ bearer: [] }],
      },
    },
    async (req) => {
      const { dryRun, ...key } = req.query
      const { points, ...rest } = req.body
      const name = await findClientName(deps.db, req.indexClient)
      const client = req.indexClient
      const actor = name === undefined ? `program ${client}` : `program ${name} (${client})`
      return importPoints(deps, req.params.code, key, { points }, { dryRun: isSet(dryRun), ...rest, client }, actor)
    },
  )
}

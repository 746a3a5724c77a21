/** The calls of sampling (docs/sampling.md). Drawing is the officers'; whoever may see the people may repeat a draw. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { isSet } from '../http/is-set.ts'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { permit } from '../http/permit.ts'
import { readUpload } from '../http/read-upload.ts'
import { drawSample } from './draw-sample.ts'
import { readMethod, readSamples, readSizes } from './read-samples.ts'
import { listRanks, repeatSample } from './repeat-sample.ts'
import {
  CampaignParams,
  RepeatView,
  SampleMethod,
  SampleParams,
  SampleQuery,
  SampleReport,
  SamplesView,
  Seed,
  SizesBody,
  SizesView,
} from './schemas.ts'

export function samplingRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/campaigns/:code/sample',
    {
      preHandler: permit('sample.draw'),
      schema: { params: CampaignParams, querystring: SampleQuery, response: { 200: SampleReport } },
    },
    async (req) => {
      const { file, fields } = await readUpload(req)
      const { dryRun, partial, roster } = req.query
      const wish = { ...readWish(fields), dryRun: isSet(dryRun), partial: isSet(partial), roster }
      return drawSample(deps, req.params.code, file, wish, req.staff)
    },
  )

  app.post(
    '/api/campaigns/:code/sample/sizes',
    {
      preHandler: permit('definition.read'),
      schema: { params: CampaignParams, body: SizesBody, response: { 200: SizesView } },
    },
    (req) => readSizes(deps, req.params.code, req.body),
  )

  app.get(
    '/api/campaigns/:code/samples',
    { preHandler: permit('definition.read'), schema: { params: CampaignParams, response: { 200: SamplesView } } },
    (req) => readSamples(deps, req.params.code),
  )

  app.get(
    '/api/campaigns/:code/samples/:id/method',
    { preHandler: permit('definition.read'), schema: { params: SampleParams, response: { 200: z.any() } } },
    async (req, reply) => {
      const { page, headers } = await readMethod(deps, req.params.code, req.params.id)
      return reply.headers(headers).send(page)
    },
  )

  app.post(
    '/api/campaigns/:code/samples/:id/repeat',
    { preHandler: permit('people.read'), schema: { params: SampleParams, response: { 200: RepeatView } } },
    async (req) => {
      const { file } = await readUpload(req)
      return repeatSample(deps, req.params.code, req.params.id, file, req.staff)
    },
  )

  app.post(
    '/api/campaigns/:code/samples/:id/ranks.csv',
    { preHandler: permit('people.read'), schema: { params: SampleParams, response: { 200: z.any() } } },
    async (req, reply) => {
      const { file } = await readUpload(req)
      const ranks = await listRanks(deps, req.params.code, req.params.id, file, req.staff)
      reply.header('content-disposition', `attachment; filename="rut-mau-${req.params.id}.csv"`)
      return reply.type(MEDIA_TYPES.csv).send(Readable.from(ranks))
    },
  )
}

/** The form's own fields beside the file. Throws invalid-request. */
function readWish(fields: Record<string, string>): { method: SampleMethod; seed: string | undefined } {
  const method = SampleMethod.safeParse(parseJson(fields.method ?? ''))
  if (!method.success) throw errors.invalidRequest([{ path: 'method', problem: 'Cách tính cỡ mẫu chưa đúng.' }])
  const given = fields.seed?.trim()
  const seed = Seed.optional().safeParse(given === '' ? undefined : given)
  if (!seed.success) {
    const problem = 'Số gieo chỉ gồm chữ không dấu, chữ số và các dấu . _ : -, nhiều nhất 100 ký tự.'
    throw errors.invalidRequest([{ path: 'seed', problem }])
  }
  return { method: method.data, seed: seed.data }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

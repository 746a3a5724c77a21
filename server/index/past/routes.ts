/** Bringing in the published results of the year before. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { isSet } from '../../http/is-set.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { readUpload } from '../../http/read-upload.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { pastTemplate } from './draw-past-template.ts'
import { importPast } from './import-past.ts'
import { readPastView } from './read-past-view.ts'
import { FromCampaignBody, PastBody, PastImportView, PastQuery, PastView } from './schemas.ts'

export function pastRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/past',
    { preHandler: permit('index.read'), schema: { params: CodeParams, response: { 200: PastView } } },
    (req) => readPastView(deps, req.params.code),
  )

  app.get(
    '/api/campaigns/:code/past/template.xlsx',
    { preHandler: permit('index.read'), schema: { params: CodeParams, response: { 200: z.any() } } },
    async (req, reply) => {
      const template = await pastTemplate(deps, req.params.code)
      reply.header('content-disposition', `attachment; filename="nam-truoc-${req.params.code}.xlsx"`)
      return reply.type(MEDIA_TYPES.xlsx).send(template)
    },
  )

  app.post(
    '/api/campaigns/:code/past',
    {
      preHandler: permit('index.change'),
      schema: { params: CodeParams, querystring: PastQuery, response: { 200: PastImportView } },
    },
    async (req) => {
      const { file, fields } = await readUpload(req)
      const options = { dryRun: isSet(req.query.dryRun), reason: fields.reason?.slice(0, 500) }
      return importPast(deps, req.params.code, { file }, options, req.staff.email)
    },
  )

  app.put(
    '/api/campaigns/:code/past',
    {
      preHandler: permit('index.change'),
      schema: { params: CodeParams, body: PastBody, response: { 200: PastImportView } },
    },
    ({ params, body: { document, reason }, staff }) =>
      importPast(deps, params.code, { document }, { reason }, staff.email),
  )

  app.post(
    '/api/campaigns/:code/past/from-campaign',
    {
      preHandler: permit('index.change'),
      schema: { params: CodeParams, body: FromCampaignBody, response: { 200: PastImportView } },
    },
    ({ params, body: { campaign, reason }, staff }) =>
      importPast(deps, params.code, { campaign }, { reason }, staff.email),
  )
}

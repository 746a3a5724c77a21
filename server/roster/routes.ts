/** The roster's calls (CONTRACT "Staff"). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { isSet } from '../http/is-set.ts'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { permit } from '../http/permit.ts'
import { readUpload } from '../http/read-upload.ts'
import { clearRoster } from './clear-roster.ts'
import { importRoster } from './import-roster.ts'
import { rosterTemplate } from './roster-template.ts'
import { RosterParams, RosterQuery, RosterReport } from './schemas.ts'

export function rosterRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/campaigns/:code/roster',
    {
      preHandler: permit('roster.import'),
      schema: { params: RosterParams, querystring: RosterQuery, response: { 200: RosterReport } },
    },
    async (req) => {
      const { file } = await readUpload(req)
      const options = { dryRun: isSet(req.query.dryRun), partial: isSet(req.query.partial) }
      return importRoster(deps, req.params.code, file, options, req.staff)
    },
  )

  app.delete(
    '/api/campaigns/:code/roster',
    {
      preHandler: permit('roster.import'),
      schema: { params: RosterParams, response: { 200: z.object({ removed: z.int() }) } },
    },
    (req) => clearRoster(deps, req.params.code, req.staff),
  )

  app.get(
    '/api/campaigns/:code/roster.xlsx',
    { preHandler: permit('roster.template'), schema: { params: RosterParams, response: { 200: z.any() } } },
    async (req, reply) => {
      const template = await rosterTemplate(deps.db, req.params.code)
      reply.header('content-disposition', `attachment; filename="danh-sach-${req.params.code}.xlsx"`)
      return reply.type(MEDIA_TYPES.xlsx).send(template)
    },
  )
}

/** The roster's calls (CONTRACT "Staff"). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { isSet } from '../http/is-set.ts'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { permit } from '../http/permit.ts'
import { readUpload } from '../http/read-upload.ts'
import { changePerson, removePerson } from './change-person.ts'
import { clearRoster } from './clear-roster.ts'
import { findRosterPeople } from './find-people.ts'
import { importRoster } from './import-roster.ts'
import { readCard } from './read-card.ts'
import { FIELD_BYTES, readImportForm } from './read-import-form.ts'
import { rosterTemplate } from './roster-template.ts'
import {
  type ImportProgress,
  PeopleQuery,
  PersonBody,
  PersonParams,
  RosterCard,
  RosterParams,
  RosterPeople,
  RosterQuery,
  RosterReport,
} from './schemas.ts'
import { LINES, streamImport } from './stream-import.ts'

const Removed = z.object({ removed: z.int() })

export function rosterRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/campaigns/:code/roster',
    {
      preHandler: permit('roster.import'),
      schema: { params: RosterParams, querystring: RosterQuery, response: { 200: RosterReport } },
    },
    async (req, reply) => {
      const { file, fields } = await readUpload(req, { fieldBytes: FIELD_BYTES })
      const { dryRun, partial, removeMissing } = req.query
      const flags = { dryRun: isSet(dryRun), partial: isSet(partial), removeMissing: isSet(removeMissing) }
      const options = { ...readImportForm(fields), ...flags }
      const run = (onProgress?: (progress: ImportProgress) => void) =>
        importRoster(deps, req.params.code, file, onProgress ? { ...options, onProgress } : options, req.staff)
      if (!req.headers.accept?.includes(LINES)) return run()
      const lines = streamImport(run, (err) => req.log.error({ requestId: req.id, err }, 'roster.import-failed'))
      // Proxies hand each line on as it comes; this kind of content is not compressed, which would hold lines back.
      reply.header('x-accel-buffering', 'no')
      return reply.type(LINES).send(lines as never)
    },
  )

  app.get(
    '/api/campaigns/:code/roster/people',
    {
      preHandler: permit('people.read'),
      schema: { params: RosterParams, querystring: PeopleQuery, response: { 200: RosterPeople } },
    },
    (req) => findRosterPeople(deps, req.params.code, req.query, req.staff),
  )

  app.get(
    '/api/campaigns/:code/roster/people/:id',
    { preHandler: permit('people.read'), schema: { params: PersonParams, response: { 200: RosterCard } } },
    (req) => readCard(deps, req.params, req.staff),
  )

  app.patch(
    '/api/campaigns/:code/roster/people/:id',
    {
      preHandler: permit('roster.import'),
      schema: { params: PersonParams, body: PersonBody, response: { 200: RosterCard } },
    },
    (req) => changePerson(deps, req.params, req.body, req.staff),
  )

  app.delete(
    '/api/campaigns/:code/roster/people/:id',
    { preHandler: permit('roster.import'), schema: { params: PersonParams, response: { 200: Removed } } },
    (req) => removePerson(deps, req.params, req.staff),
  )

  app.delete(
    '/api/campaigns/:code/roster',
    {
      preHandler: permit('roster.import'),
      schema: { params: RosterParams, response: { 200: Removed } },
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

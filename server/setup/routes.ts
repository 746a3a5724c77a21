/** The calls of setting a campaign up. What is frozen can be read and previewed for ever; only a draft can be edited. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { CodeParams } from '../campaigns/schemas.ts'
import { CLIENT_DIST, type Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { isSet } from '../http/is-set.ts'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { permit } from '../http/permit.ts'
import { readUpload } from '../http/read-upload.ts'
import { readPageAssets } from '../respond/assets.ts'
import { importQuestions } from './import-questions.ts'
import { previewPage, previewQuestionnaire } from './preview-page.ts'
import { checkDefinition, readDefinition } from './read-definition.ts'
import { readVersion, readVersions } from './read-versions.ts'
import { saveDefinition } from './save-definition.ts'
import {
  CheckBody,
  CheckView,
  DEFINITION_BYTES,
  DefinitionView,
  PreviewParams,
  QuestionsQuery,
  QuestionsReport,
  SaveBody,
  SavedView,
  TableQuery,
  VersionParams,
  VersionsQuery,
  VersionsView,
  VersionView,
} from './schemas.ts'
import { writeQuestionsCsv, writeQuestionsXlsx } from './write-questions.ts'

/** `dist` is client/dist; it must be built before the application starts. */
export function setupRoutes(app: App, deps: Deps, dist: string = CLIENT_DIST): void {
  definitionRoutes(app, deps)
  versionRoutes(app, deps)
  tableRoutes(app, deps)
  previewRoutes(app, deps, dist)
}

function definitionRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/definition',
    { preHandler: permit('definition.read'), schema: { params: CodeParams, response: { 200: DefinitionView } } },
    (req) => readDefinition(deps, req.params.code),
  )

  app.post(
    '/api/campaigns/:code/definition/check',
    {
      bodyLimit: DEFINITION_BYTES,
      onRequest: permit('definition.read'),
      schema: { params: CodeParams, body: CheckBody, response: { 200: CheckView } },
    },
    (req) => checkDefinition(deps, req.params.code, req.body.definition),
  )

  app.put(
    '/api/campaigns/:code/definition',
    {
      bodyLimit: DEFINITION_BYTES,
      onRequest: permit('definition.edit'),
      schema: { params: CodeParams, body: SaveBody, response: { 200: SavedView } },
    },
    (req) => saveDefinition(deps, req.params.code, req.body, req.staff),
  )
}

function versionRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/definition/versions',
    {
      preHandler: permit('definition.read'),
      schema: { params: CodeParams, querystring: VersionsQuery, response: { 200: VersionsView } },
    },
    (req) => readVersions(deps, req.params.code, req.query.before),
  )

  app.get(
    '/api/campaigns/:code/definition/versions/:version',
    { preHandler: permit('definition.read'), schema: { params: VersionParams, response: { 200: VersionView } } },
    (req) => readVersion(deps, req.params.code, req.params.version),
  )
}

const attach = (reply: FastifyReply, code: string, block: string, kind: 'xlsx' | 'csv') =>
  reply.header('content-disposition', `attachment; filename="cau-hoi-${code}-${block}.${kind}"`).type(MEDIA_TYPES[kind])

function tableRoutes(app: App, deps: Deps): void {
  const schema = { params: CodeParams, querystring: TableQuery, response: { 200: z.any() } }

  app.get(
    '/api/campaigns/:code/definition/questions.xlsx',
    { preHandler: permit('definition.read'), schema },
    async (req, reply) => {
      const { code } = req.params
      const { block } = req.query
      const file = await writeQuestionsXlsx(deps, code, block)
      return attach(reply, code, block, 'xlsx').send(file)
    },
  )

  app.get(
    '/api/campaigns/:code/definition/questions.csv',
    { preHandler: permit('definition.read'), schema },
    async (req, reply) => {
      const { code } = req.params
      const { block } = req.query
      const file = await writeQuestionsCsv(deps, code, block)
      return attach(reply, code, block, 'csv').send(file)
    },
  )

  app.post(
    '/api/campaigns/:code/definition/questions',
    {
      preHandler: permit('definition.edit'),
      schema: { params: CodeParams, querystring: QuestionsQuery, response: { 200: QuestionsReport } },
    },
    async (req) => {
      const { file, fields } = await readUpload(req)
      const { version = '' } = fields
      if (!/^\d{1,6}$/.test(version)) throw errors.invalidRequest([{ path: 'version', problem: 'thiếu số bản' }])
      const options = { version: Number(version), dryRun: isSet(req.query.dryRun) }
      return importQuestions(deps, req.params.code, req.query.block, file, options, req.staff)
    },
  )
}

const JSON_ENDING = '.json'

function previewRoutes(app: App, deps: Deps, dist: string): void {
  const assets = readPageAssets(dist)

  app.get(
    '/api/campaigns/:code/preview/:block/:group',
    {
      preHandler: permit('definition.read'),
      schema: {
        description: 'The page as a phone shows it; with ".json" behind the group, the questionnaire’s SurveyJS JSON.',
        params: PreviewParams,
        response: { 200: z.any() },
      },
    },
    async (req, reply) => {
      const { code, block, group } = req.params
      if (group.endsWith(JSON_ENDING))
        return previewQuestionnaire(deps, code, block, group.slice(0, -JSON_ENDING.length))
      const { document, policy } = await previewPage(deps, code, block, group, assets)
      return reply
        .headers({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer' })
        .type(MEDIA_TYPES.html)
        .send(document)
    },
  )
}

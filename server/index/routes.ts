/**
 * What the index module calls (CONTRACT "Index module"). Limits count per program, because programs share addresses.
 * Whoever asks for a token only claims to be a program, so that limit counts per program *and* address: someone who
 * knows a client's id and no secret can use up the limit of their own address, not that of the program.
 */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { readScores } from '../scoring/read-scores.ts'
import { CodeParams, ScoresView } from '../scoring/schemas.ts'
import { sendScores } from '../scoring/send-scores.ts'
import { computeRoutes } from './compute/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { issueToken, type VerifyClient } from './issue-token.ts'
import { byClient, perMinute } from './limit-calls.ts'
import { pastRoutes } from './past/routes.ts'
import { pointsRoutes } from './points/routes.ts'
import { publishRoutes } from './publish/routes.ts'
import { reportRoutes } from './report/routes.ts'
import { requireClient } from './require-client.ts'
import { TokenBody, TokenView } from './schemas.ts'

const byClaimedClient = (req: FastifyRequest) =>
  `index-token ${req.ip} ${(req.body as z.infer<typeof TokenBody>).clientId}`

export function indexRoutes(app: App, deps: Deps & { verifyClient: VerifyClient }): void {
  app.decorateRequest('indexClient', '')
  pointsRoutes(app, deps)
  pastRoutes(app, deps)
  computeRoutes(app, deps)
  reportRoutes(app, deps)
  exportRoutes(app, deps)
  publishRoutes(app, deps)

  app.post(
    '/api/index/token',
    {
      config: perMinute(30, byClaimedClient),
      schema: {
        ...{
          tags: ['index'],
          operationId: 'issueToken',
          summary: 'Fifteen minutes of access for a program',
          body: TokenBody,
        },
        response: { 200: TokenView },
      },
    },
    (req) => issueToken({ jwt: app.jwt, verifyClient: deps.verifyClient }, req.body),
  )

  app.get(
    '/api/index/v1/campaigns/:code/scores',
    {
      config: perMinute(120, byClient('index-scores')),
      preHandler: requireClient,
      schema: {
        ...{ tags: ['index'], operationId: 'readScores', summary: 'Survey points of a campaign, provisional or final' },
        ...{ params: CodeParams, security: [{ bearer: [] }] },
        response: { 200: ScoresView, 304: z.null() },
      },
    },
    async (req, reply) => sendScores(req, reply, await readScores(deps, req.params.code)),
  )
}

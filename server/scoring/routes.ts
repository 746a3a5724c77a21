/** Scores for staff (CONTRACT "Staff"): the same document that the index module pulls, and the account of one unit. */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { permit } from '../http/permit.ts'
import { ExplanationView } from './explain-schemas.ts'
import { readExplanation } from './read-explanation.ts'
import { readScores } from './read-scores.ts'
import { CodeParams, ScoresView, UnitParams } from './schemas.ts'
import { sendScores } from './send-scores.ts'

export function scoringRoutes(app: App, deps: Pick<Deps, 'answerDb'>): void {
  app.get(
    '/api/campaigns/:code/scores',
    {
      preHandler: permit('scores.read'),
      schema: { params: CodeParams, response: { 200: ScoresView, 304: z.null() } },
    },
    async (req, reply) => sendScores(req, reply, await readScores(deps, req.params.code)),
  )

  app.get(
    '/api/campaigns/:code/scores/:unit',
    { preHandler: permit('scores.read'), schema: { params: UnitParams, response: { 200: ExplanationView } } },
    (req) => readExplanation(deps, req.params.code, req.params.unit),
  )
}

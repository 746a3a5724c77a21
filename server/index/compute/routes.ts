/** The index itself: reading and freezing it. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { freezeCampaignIndex } from './freeze-campaign-index.ts'
import { readIndex } from './read-index.ts'
import { readSurveyRanges } from './read-survey-ranges.ts'
import { IndexView, SurveyRangesView } from './schemas.ts'
import { sendIndex } from './send-index.ts'

export function computeRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/index',
    {
      preHandler: permit('index.read'),
      schema: { params: CodeParams, response: { 200: IndexView, 304: z.null() } },
    },
    async (req, reply) => sendIndex(req, reply, await readIndex(deps, req.params.code)),
  )

  app.get(
    '/api/campaigns/:code/survey-ranges',
    { preHandler: permit('scores.read'), schema: { params: CodeParams, response: { 200: SurveyRangesView } } },
    (req) => readSurveyRanges(deps, req.params.code),
  )

  app.post(
    '/api/campaigns/:code/index/freeze',
    { preHandler: permit('index.change'), schema: { params: CodeParams, response: { 200: IndexView } } },
    async (req) => (await freezeCampaignIndex(deps, req.params.code, req.staff)).index,
  )
}

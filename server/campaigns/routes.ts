/** The campaign calls of staff (CONTRACT "Staff"). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { permit } from '../http/permit.ts'
import { closeCampaign } from './close-campaign.ts'
import { createCampaign } from './create-campaign.ts'
import { extendCampaign } from './extend-campaign.ts'
import { finalizeCampaign } from './finalize-campaign.ts'
import { onlyUnitOf } from './has-unit.ts'
import { listDefinitions } from './list-definitions.ts'
import { openCampaign } from './open-campaign.ts'
import { readCampaign, readCampaigns } from './read-campaign.ts'
import { readProgress } from './read-progress.ts'
import {
  CampaignBody,
  CampaignDetail,
  CampaignView,
  CodeParams,
  DefinitionsView,
  ExtendBody,
  ExtendedView,
  OpenedView,
  ProgressView,
  StatusView,
} from './schemas.ts'
import { setIntake } from './set-intake.ts'

export function campaignRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/definitions',
    { preHandler: permit('definition.list'), schema: { response: { 200: DefinitionsView } } },
    async () => listDefinitions(deps.definitions),
  )

  app.post(
    '/api/campaigns',
    { preHandler: permit('campaign.create'), schema: { body: CampaignBody, response: { 201: CampaignView } } },
    async (req, reply) => reply.code(201).send(await createCampaign(deps, req.body, req.staff)),
  )

  app.get(
    '/api/campaigns',
    { preHandler: permit('campaign.list'), schema: { response: { 200: z.array(CampaignView) } } },
    (req) => readCampaigns(deps, req.staff),
  )

  app.get(
    '/api/campaigns/:code',
    { preHandler: permit('campaign.list'), schema: { params: CodeParams, response: { 200: CampaignDetail } } },
    (req) => readCampaign(deps, req.params.code, req.staff),
  )

  app.get(
    '/api/campaigns/:code/progress',
    { preHandler: permit('progress.read'), schema: { params: CodeParams, response: { 200: ProgressView } } },
    (req) => readProgress(deps, req.params.code, onlyUnitOf(req.staff)),
  )

  app.post(
    '/api/campaigns/:code/open',
    { preHandler: permit('campaign.open'), schema: { params: CodeParams, response: { 200: OpenedView } } },
    (req) => openCampaign(deps, req.params.code, req.staff),
  )

  app.post(
    '/api/campaigns/:code/pause',
    { preHandler: permit('campaign.pause'), schema: { params: CodeParams, response: { 200: StatusView } } },
    (req) => setIntake(deps, req.params.code, 'paused', req.staff),
  )

  app.post(
    '/api/campaigns/:code/resume',
    { preHandler: permit('campaign.pause'), schema: { params: CodeParams, response: { 200: StatusView } } },
    (req) => setIntake(deps, req.params.code, 'open', req.staff),
  )

  app.post(
    '/api/campaigns/:code/extend',
    {
      preHandler: permit('campaign.extend'),
      schema: { params: CodeParams, body: ExtendBody, response: { 200: ExtendedView } },
    },
    (req) => extendCampaign(deps, req.params.code, req.body, req.staff),
  )

  app.post(
    '/api/campaigns/:code/close',
    { preHandler: permit('campaign.close'), schema: { params: CodeParams, response: { 200: StatusView } } },
    (req) => closeCampaign(deps, req.params.code, req.staff),
  )

  app.post(
    '/api/campaigns/:code/finalize',
    { preHandler: permit('campaign.finalize'), schema: { params: CodeParams, response: { 200: StatusView } } },
    (req) => finalizeCampaign(deps, req.params.code, req.staff),
  )
}

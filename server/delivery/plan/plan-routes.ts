/** The plan of a campaign, a look before a wave is made, and what a person does with a wave. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { hintDispatch } from '../dispatch-deliveries.job.ts'
import { actOnWave } from './act-on-wave.ts'
import { previewWave } from './preview-wave.ts'
import {
  CodeParams,
  PlanBody,
  PlanQuery,
  PlanView,
  PreviewBody,
  PreviewView,
  WaveActParams,
  WaveView,
} from './schemas.ts'
import { readPlan, setPlan } from './set-plan.ts'

export function planRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/plan',
    { preHandler: permit('sending.read'), schema: { params: CodeParams, response: { 200: PlanView } } },
    (req) => readPlan(deps, req.params.code),
  )

  app.put(
    '/api/campaigns/:code/plan',
    {
      preHandler: permit('wave.create'),
      schema: { params: CodeParams, querystring: PlanQuery, body: PlanBody, response: { 200: PlanView } },
    },
    async (req) => {
      const plan = await setPlan(deps, req.params.code, req.body, { dryRun: req.query.dryRun === 'true' }, req.staff)
      // Other hours may let out what was waiting.
      if (req.query.dryRun === 'false') await hintDispatch(deps.queue, ['email', 'zalo'])
      return plan
    },
  )

  app.post(
    '/api/campaigns/:code/waves/preview',
    {
      preHandler: permit('sending.read'),
      schema: { params: CodeParams, body: PreviewBody, response: { 200: PreviewView } },
    },
    (req) => previewWave(deps, req.params.code, req.body),
  )

  app.post(
    '/api/campaigns/:code/waves/:wave/:act',
    { preHandler: permit('wave.create'), schema: { params: WaveActParams, response: { 200: WaveView } } },
    async (req) => {
      const { code, wave, act } = req.params
      const view = await actOnWave(deps, code, wave, act, req.staff)
      if (act === 'start' || act === 'resume') await hintDispatch(deps.queue, view.channels)
      return view
    },
  )
}

/** The picture's calls: the funnel, people and their histories, sending again, settling, and all of it as a file. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { hintDispatch } from '../dispatch-deliveries.job.ts'
import { exportDeliveries } from './export-deliveries.ts'
import { findPeople } from './find-people.ts'
import { createFunnelKeeper } from './keep-funnel.ts'
import { listUnknownDeliveries } from './list-unknown.ts'
import { readPerson } from './read-person.ts'
import { resendPerson } from './resend-person.ts'
import { retryFailed } from './retry-failed.ts'
import {
  CodeParams,
  DeliveryParams,
  FunnelView,
  PeopleQuery,
  PeopleView,
  PersonHistoryView,
  PersonParams,
  ResendBody,
  ResentView,
  RetriedView,
  RetryBody,
  SettleBody,
  SettledView,
  UnknownQuery,
  UnknownView,
} from './schemas.ts'
import { settleDelivery } from './settle-delivery.ts'

export function pictureRoutes(app: App, deps: Deps): void {
  const keptFunnel = createFunnelKeeper(deps)

  app.get(
    '/api/campaigns/:code/funnel',
    { preHandler: permit('sending.read'), schema: { params: CodeParams, response: { 200: FunnelView } } },
    (req) => keptFunnel(req.params.code),
  )

  app.get(
    '/api/campaigns/:code/people',
    {
      preHandler: permit('people.read'),
      schema: { params: CodeParams, querystring: PeopleQuery, response: { 200: PeopleView } },
    },
    (req) => findPeople(deps, req.params.code, req.query, req.staff),
  )

  app.get(
    '/api/campaigns/:code/people/:id',
    { preHandler: permit('people.read'), schema: { params: PersonParams, response: { 200: PersonHistoryView } } },
    (req) => readPerson(deps, req.params, req.staff),
  )

  app.post(
    '/api/campaigns/:code/people/:id/resend',
    {
      preHandler: permit('people.change'),
      schema: { params: PersonParams, body: ResendBody, response: { 200: ResentView } },
    },
    async (req) => {
      const { channel } = req.body
      const queued = await resendPerson(deps, { ...req.params, channel }, req.staff)
      await hintDispatch(deps.queue, [channel])
      return queued
    },
  )

  app.post(
    '/api/campaigns/:code/deliveries/retry',
    {
      preHandler: permit('sending.change'),
      schema: { params: CodeParams, body: RetryBody, response: { 200: RetriedView } },
    },
    async (req) => {
      const retried = await retryFailed(deps, req.params.code, req.body, req.staff)
      if (retried.retried > 0) await hintDispatch(deps.queue, [req.body.channel])
      return retried
    },
  )

  app.get(
    '/api/campaigns/:code/unknown',
    {
      preHandler: permit('people.read'),
      schema: { params: CodeParams, querystring: UnknownQuery, response: { 200: UnknownView } },
    },
    (req) => listUnknownDeliveries(deps, req.params.code, req.query.page, req.staff),
  )

  app.post(
    '/api/campaigns/:code/deliveries/:id/settle',
    {
      preHandler: permit('sending.change'),
      schema: { params: DeliveryParams, body: SettleBody, response: { 200: SettledView } },
    },
    async (req) => {
      const settled = await settleDelivery(deps, { ...req.params, as: req.body.as }, req.staff)
      // One that did not go out may go over the next channel now.
      if (settled.state !== 'sent') await hintDispatch(deps.queue, ['email', 'zalo'])
      return settled
    },
  )

  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `/api/campaigns/:code/deliveries.${format}`,
      { preHandler: permit('people.read'), schema: { params: CodeParams, response: { 200: z.any() } } },
      async (req, reply) => {
        const chunks = await exportDeliveries(deps, { code: req.params.code, format }, req.staff)
        reply.header('content-disposition', `attachment; filename="gui-phieu-${req.params.code}.${format}"`)
        reply.header('cache-control', 'no-store')
        return reply.type(MEDIA_TYPES[format]).send(Readable.from(chunks))
      },
    )
  }
}

/** The channels' state and pace, for all campaigns together. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { hintDispatch } from '../dispatch-deliveries.job.ts'
import { changePace, pauseSending, resumeSending } from './change-channel.ts'
import { ChannelBody, ChannelParams, ChannelView, PauseBody, SendingView } from './schemas.ts'
import { viewChannel, viewSending } from './view-sending.ts'

export function sendingRoutes(app: App, deps: Deps): void {
  app.get('/api/sending', { preHandler: permit('sending.read'), schema: { response: { 200: SendingView } } }, () =>
    viewSending(deps),
  )

  app.patch(
    '/api/sending/channels/:channel',
    {
      preHandler: permit('sending.change'),
      schema: { params: ChannelParams, body: ChannelBody, response: { 200: ChannelView } },
    },
    async (req) => {
      const { channel } = req.params
      await changePace(deps, channel, req.body, req.staff)
      await hintDispatch(deps.queue, [channel])
      return viewChannel(deps, channel)
    },
  )

  app.post(
    '/api/sending/channels/:channel/pause',
    {
      preHandler: permit('sending.change'),
      schema: { params: ChannelParams, body: PauseBody.nullish(), response: { 200: ChannelView } },
    },
    async (req) => {
      await pauseSending(deps, req.params.channel, req.body?.reason ?? null, req.staff)
      return viewChannel(deps, req.params.channel)
    },
  )

  app.post(
    '/api/sending/channels/:channel/resume',
    {
      preHandler: permit('sending.change'),
      schema: { params: ChannelParams, response: { 200: ChannelView } },
    },
    async (req) => {
      const { channel } = req.params
      await resumeSending(deps, channel, req.staff)
      await hintDispatch(deps.queue, [channel])
      return viewChannel(deps, channel)
    },
  )
}

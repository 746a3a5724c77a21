/** GET /api/campaigns/:code/live: progress and scores as they change (CONTRACT `live`). */
import type { Deps } from '../deps.ts'
import { AppError, errors } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { type EventStream, openEventStream } from '../http/event-stream.ts'
import { permit } from '../http/permit.ts'
import { readScores } from '../scoring/read-scores.ts'
import { mayDo } from '../staff/permissions.ts'
import { changedUnits } from './changed-units.ts'
import { hasUnit, onlyUnitOf } from './has-unit.ts'
import { createLiveHub, type LiveView } from './live-hub.ts'
import { findCampaign, findCampaignCode } from './queries.ts'
import { narrowToUnit, readProgress } from './read-progress.ts'
import { CodeParams, type ProgressView } from './schemas.ts'

type Scores = Awaited<ReturnType<typeof readScores>>['scores']

const MOST_LISTENERS = 500

export function liveRoutes(app: App, deps: Deps): void {
  const streams = new Set<EventStream>()
  const hub = createLiveHub<ProgressView, Scores>(deps.changes, (id) => readLiveView(deps, id), deps.log)
  // Before Fastify waits for connections to end: a stream would never end by itself.
  app.addHook('preClose', async () => {
    hub.close()
    stopListening()
    for (const stream of streams) stream.end()
  })
  // Somebody was signed out, here or on another process: their streams end now.
  const stopListening = deps.changes.subscribe(({ kind }) => {
    if (kind === 'sessions' || kind === 'missed') for (const stream of streams) stream.askAgain()
  })

  app.get(
    '/api/campaigns/:code/live',
    { preHandler: permit('progress.read'), schema: { params: CodeParams } },
    async (req, reply) => {
      const campaign = await findCampaign(deps.db, req.params.code)
      const { role } = req.staff
      const onlyUnit = onlyUnitOf(req.staff)
      if (!campaign || !hasUnit(campaign.definition, onlyUnit)) throw errors.campaignUnknown()
      if (streams.size >= MOST_LISTENERS) throw errors.unavailable()
      const stream = openEventStream(req, reply, async () => (await app.findSession(req)) !== null)
      streams.add(stream)
      let last: Partial<LiveView<ProgressView, Scores>> = {}
      const show = ({ progress, scores }: Partial<LiveView<ProgressView, Scores>>) => {
        const mine = progress && onlyUnit !== null ? narrowToUnit(progress, onlyUnit) : progress
        if (mine && JSON.stringify(mine) !== JSON.stringify(last.progress)) {
          stream.send('progress', changedUnits(mine, last.progress))
        }
        const visible = scores && mayDo(role, 'scores.read') ? scores : undefined
        if (visible && visible.digest !== last.scores?.digest) {
          stream.send('scores', changedUnits(visible, last.scores ?? undefined))
        }
        last = { progress: mine ?? last.progress, scores: visible ?? last.scores ?? null }
      }
      // Watching begins before the first read, so that no change falls between the two.
      const stop = hub.watch(campaign.id, show)
      stream.onEnd(() => {
        streams.delete(stream)
        stop()
      })
      readLiveView(deps, campaign.id).then(show, () => stream.end())
    },
  )
}

async function readLiveView(deps: Deps, campaignId: string): Promise<LiveView<ProgressView, Scores>> {
  const code = await findCampaignCode(deps.db, campaignId)
  if (!code) throw errors.campaignUnknown()
  const [progress, scores] = await Promise.all([readProgress(deps, code), readScoresIfOpen(deps, code)])
  return { progress, scores }
}

/** A draft has no scores yet. */
async function readScoresIfOpen(deps: Deps, code: string): Promise<Scores | null> {
  try {
    return (await readScores(deps, code)).scores
  } catch (error) {
    if (error instanceof AppError && error.status === 409) return null
    throw error
  }
}

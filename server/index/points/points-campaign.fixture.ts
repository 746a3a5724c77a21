/** The calls of points about a test's own campaign, and the traces that an import leaves. */
import { beforeAll } from 'vitest'
import { findRevision } from '../../scoring/queries.ts'
import { insertWebhook } from '../../staff/webhook-queries.ts'
import { openCampaigns } from '../open-campaigns.fixture.ts'
import { appraisedPoints } from '../small-index.fixture.ts'
import { sendJson } from './points-calls.fixture.ts'

/** Call at the top of a test file, as openCampaigns; somebody listens to the webhooks. */
export function pointsCampaigns() {
  const world = openCampaigns()
  beforeAll(() =>
    insertWebhook(world.system.deps.db, {
      id: 'nghe',
      url: 'https://chi-so.example/phieu',
      sealedSecret: Buffer.alloc(1),
    }),
  )

  const path = (rest = '', code = world.campaign.code) => `/api/campaigns/${code}/points${rest}`
  const get = (url: string) => world.system.app.inject({ url, headers: world.officer })
  const post = (points: object, query = 'kind=appraised', extra: object = {}) =>
    sendJson(world.system, world.officer, path(`/api?${query}`), { reason: 'Thẩm định lần một', points, ...extra })

  /** All that an import changes: versions, revision, events, audit. */
  async function traces() {
    const { id, code } = world.campaign
    const [row] = await world.system.deps.db.$client`
      SELECT (SELECT count(*)::int FROM results.point_sets WHERE campaign_id = ${id}) AS versions,
        (SELECT count(*)::int FROM staff.audit WHERE campaign = ${code}) AS audited,
        (SELECT count(*)::int FROM staff.webhook_deliveries WHERE body::jsonb->>'campaign' = ${code}) AS events`
    return { ...row, revision: await findRevision(world.system.deps.db, id) }
  }

  return { world, path, get, post, traces }
}

/** Every unit's appraised points, but one unit's with changes. */
export const withUnit = (unit: string, changes: object) => ({
  ...appraisedPoints,
  [unit]: { ...appraisedPoints[unit], ...changes },
})

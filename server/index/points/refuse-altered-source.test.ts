/** Two final documents, the scores and the index, never contradict each other over an imported source. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finalizeCampaign } from '../../campaigns/finalize-campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { freezeCampaignIndex } from '../compute/freeze-campaign-index.ts'
import { appraisedPoints, citizensPoints } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { APPRAISED, CITIZENS } from '../stored-points.fixture.ts'
import { importPoints } from './import-points.ts'
import { findCurrentSets, insertPointSet, type SetKey } from './queries.ts'

const { SNV, STC, SYT, SVH, ...huyen } = citizensPoints
const so = { SNV: SNV!, STC: STC!, SYT: SYT!, SVH: SVH! }
const altered = { ...citizensPoints, SNV: { ND: '1' } }

let system: TestSystem
let id: string
let code: string
let made = 0

beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())
beforeEach(async () => {
  made += 1
  code = `da-chot-${made}`
  id = await storeIndexCampaign(system.deps.db, code, 'closed')
})

const bringIn = (key: SetKey, points: typeof citizensPoints, dryRun = false) =>
  importPoints(system.deps, code, key, { points }, { reason: 'Bưu điện gửi', dryRun }, 'thu@so.example')
const finalize = () => finalizeCampaign(system.deps, code, OFFICER)
const freeze = () => freezeCampaignIndex(system.deps, code, OFFICER)
const citizens = async () => (await findCurrentSets(system.deps.db, id)).imported[0]!.set

describe('once the scores are frozen', () => {
  test('a source that they hold takes no other points, the index then holds the same as they', async () => {
    await bringIn(CITIZENS, citizensPoints)
    await finalize()
    for (const dryRun of [false, true])
      await expect(bringIn(CITIZENS, altered, dryRun)).rejects.toMatchObject({
        ...{ code: 'scores-frozen', status: 409, details: { source: 'nguoi-dan', units: 1 } },
      })
    expect(await citizens()).toMatchObject({ version: 1 })
    await bringIn(APPRAISED, appraisedPoints)
    const { index } = await freeze()
    expect(index).toMatchObject({ status: 'final', sets: { imported: [{ source: 'nguoi-dan', set: { version: 1 } }] } })
  })

  test('a source that they do not hold comes in, once and again', async () => {
    await bringIn(APPRAISED, appraisedPoints)
    await finalize()
    await bringIn(CITIZENS, altered)
    expect(await bringIn(CITIZENS, citizensPoints)).toMatchObject({ version: 2 })
    expect((await freeze()).index).toMatchObject({ status: 'final' })
  })

  test('a block that they lack comes in beside the one that they hold', async () => {
    await bringIn(APPRAISED, appraisedPoints)
    await bringIn(CITIZENS, so)
    await finalize()
    expect(await bringIn(CITIZENS, huyen)).toMatchObject({ version: 2, filled: 7 })
    await expect(bringIn(CITIZENS, { ...huyen, ...so, STC: { ND: '2' } })).rejects.toMatchObject({
      code: 'scores-frozen',
    })
    expect((await freeze()).index).toMatchObject({ status: 'final' })
  })

  test('an index of other points than theirs is not frozen, until theirs are back', async () => {
    await bringIn(CITIZENS, citizensPoints)
    await finalize()
    await bringIn(APPRAISED, appraisedPoints)
    const set = { ...CITIZENS, campaignId: id, points: altered, digest: 'khac', origin: 'api' } as const
    await system.deps.db.transaction((tx) => insertPointSet(tx, { ...set, reason: 'thử', actor: 'thử' }))
    await expect(freeze()).rejects.toMatchObject({ code: 'scores-frozen' })
    expect(await bringIn(CITIZENS, citizensPoints)).toMatchObject({ version: 3 })
    expect((await freeze()).index).toMatchObject({ status: 'final' })
  })
})

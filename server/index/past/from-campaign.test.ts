/** The year before as a campaign here left it. */
import { describe, expect, test } from 'vitest'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { pastCampaigns } from './past-campaign.fixture.ts'

const { world, path, get } = pastCampaigns()

describe('a campaign of the year before', () => {
  /** A frozen index as far as it is read here. */
  const frozen = {
    year: 2024,
    rules: { surveyMax: 33 },
    blocks: [
      {
        code: 'so',
        units: [
          {
            code: 'SNV',
            name: 'Sở Nội vụ',
            points: 92.5,
            rank: 1,
            class: 'A',
            parts: { survey: 32.5 },
            domains: [{ code: '1', points: 40 }],
            change: { rank: 2 },
          },
          {
            code: 'STC',
            name: 'Sở Tài chính',
            points: 88,
            rank: 2,
            class: 'B',
            parts: { survey: 26 },
            domains: [],
            change: { rank: -1 },
          },
          {
            code: 'SYT',
            name: 'Sở Y tế',
            points: 87,
            rank: 3,
            class: 'B',
            parts: { survey: null },
            domains: [],
            change: null,
          },
        ],
      },
    ],
  }

  async function storeFrozen(year: number): Promise<string> {
    const code = `nam-${year}-${world.campaign.code}`
    const definition = { ...smallIndexDefinition, year, title: `Chỉ số năm ${year}` }
    const id = await storeIndexCampaign(world.system.deps.db, code, 'final', { definition })
    await world.system.deps.db.$client`
      INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${id}, ${JSON.stringify({ ...frozen, year })}, ${id})`
    return code
  }
  const take = (code: string) =>
    world.system.app.inject({
      ...{ method: 'POST', url: path('/from-campaign'), headers: world.officer },
      payload: { campaign: code, reason: 'Lấy từ đợt năm trước' },
    })

  test('hands its frozen index over, with how many rose and fell, by the survey’s points of its own year', async () => {
    const code = await storeFrozen(2024)
    expect((await get()).json().candidates).toContainEqual({ code, title: 'Chỉ số năm 2024' })
    expect((await take(code)).json()).toMatchObject({ version: 1, year: 2024, units: 3 })
    const { current } = (await get()).json()
    expect(current).toMatchObject({
      origin: 'campaign',
      document: { blocks: [{ moves: { rose: 1, kept: 0, fell: 1 } }] },
    })
    expect(current.document.blocks[0].units[0]).toEqual({
      ...{ code: 'SNV', name: 'Sở Nội vụ', points: 92.5, rank: 1, class: 'A', survey: 32.5, domains: { 1: 40 } },
    })
  })

  test('of another year, not frozen, or unknown is refused', async () => {
    const older = await storeFrozen(2023)
    for (const code of [older, world.campaign.code, 'khong-co']) {
      const reply = await take(code)
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'past-campaign-unsuitable'])
    }
    expect((await get()).json().candidates.map(({ code }: { code: string }) => code)).not.toContain(older)
  })
})

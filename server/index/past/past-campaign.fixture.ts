/** The calls about the year before a test's own campaign, and results to send. */
import { readFile } from 'node:fs/promises'
import { upload } from '../../test/upload.ts'
import { openCampaigns } from '../open-campaigns.fixture.ts'
import type { PastResults } from './schemas.ts'

/** Call at the top of a test file, as openCampaigns. */
export function pastCampaigns() {
  const world = openCampaigns()
  const path = (rest = '', code = world.campaign.code) => `/api/campaigns/${code}/past${rest}`
  const get = (rest = '') => world.system.app.inject({ url: path(rest), headers: world.officer })
  const put = (document: object, reason = 'Quyết định công bố') =>
    world.system.app.inject({ method: 'PUT', url: path(), headers: world.officer, payload: { reason, document } })
  const send = async (file: Buffer | string, query = '', name = 'nam-truoc.xlsx') =>
    upload(world.system, world.officer, path(query), { file, name, fields: { reason: 'Quyết định công bố' } })
  return { world, path, get, put, send }
}

/** A file that LibreOffice made (points/fixtures/make.ts). */
export const pastFile = () => readFile(new URL('./fixtures/nam-truoc.xlsx', import.meta.url))

export const pastUnit = (code: string, points: number, rank: number | null, own: string | null = null) => ({
  ...{ code, name: `Đơn vị ${code}`, points, rank, class: own },
})

/** Of 2024, one block. */
export const pastResults = (...units: object[]): PastResults =>
  ({ year: 2024, blocks: [{ code: 'so', units, moves: null }] }) as PastResults

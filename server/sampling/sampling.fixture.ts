/** Full staff lists of two units, and the calls of sampling made over HTTP as the console makes them. */
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { createDraft } from '../test/campaign.ts'
import type { TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { upload } from '../test/upload.ts'

const HEAD = 'Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm,Mã'
const phoneOf = (at: number) => `09${String(at).padStart(8, '0')}`
export const line = (at: number, unit: string, group: string) =>
  `Nguyễn Văn Số ${at},nguoi-${at}@co-quan.example,${phoneOf(at)},${unit},${group},`
/** 60 + 40 people of two units, 5 of whom rate both. */
export const LINES = [
  ...Array.from({ length: 60 }, (_, at) => line(at, 'AB', 'CC')),
  ...Array.from({ length: 40 }, (_, at) => line(55 + at, 'HT', 'CC')),
]
export const csv = (lines: string[]): SpreadsheetFile => ({
  name: 'day-du.csv',
  data: Buffer.from([HEAD, ...lines].join('\n')),
})
export const LIST = csv(LINES)
export const SHARE = { kind: 'share', percent: '20' }

export type Sampling = Awaited<ReturnType<typeof samplingOf>>

/** An officer and an auditor, signed in; calls are the officer's unless said otherwise. */
export async function samplingOf(system: TestSystem) {
  const { app, deps } = system
  const officer = await signInAs(system, 'officer')
  const auditor = await signInAs(system, 'auditor')

  async function post(url: string, file: SpreadsheetFile | null, fields: Record<string, string> = {}, by = officer) {
    const answer = await upload(system, by, url, { ...(file && { file: file.data, name: file.name }), fields })
    const isJson = answer.headers['content-type']?.toString().includes('json')
    return { status: answer.statusCode, text: answer.body, body: isJson ? answer.json() : null }
  }
  const get = async (url: string, by: SignedIn = officer) => {
    const answer = await app.inject({ url, headers: by })
    return { status: answer.statusCode, text: answer.body, headers: answer.headers }
  }
  return {
    ...{ officer, auditor, post, get },
    draw: (code: string, query = '', { file = LIST, method = SHARE as object, seed = 'gieo-1' } = {}) =>
      post(`/api/campaigns/${code}/sample${query}`, file, { method: JSON.stringify(method), seed }),
    emptyDraft: async () => (await createDraft(deps, { roster: [] })).code,
    samplesOf: async (code: string) => JSON.parse((await get(`/api/campaigns/${code}/samples`)).text),
    rosterOf: (code: string) =>
      deps.db.$client<{ name: string; phone: string; unit: string; group: string }[]>`
        SELECT r.full_name AS name, r.phone, i.unit, i.group_code AS "group" FROM identity.respondents r
        JOIN identity.invitations i ON i.respondent_id = r.id JOIN campaign.campaigns c ON c.id = r.campaign_id
        WHERE c.code = ${code} ORDER BY 2, 3`,
    async ranksOf(code: string, id: string) {
      const { text } = await post(`/api/campaigns/${code}/samples/${id}/ranks.csv`, LIST, {}, auditor)
      return text.replace('\ufeff', '').split('\r\n').slice(1, -1).map(readRank)
    },
  }
}

function readRank(row: string) {
  const [unit, group, rank, drawn, hash, key] = row.split(',')
  return {
    ...{ unit: unit!, group: group!, rank: Number(rank), drawn: drawn === 'x', hash: hash!, key: key! },
    phone: key!.split('|')[2]!,
  }
}

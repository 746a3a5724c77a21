/** Campaigns for tests, made by the real actions: created, a synthetic roster imported from a file, opened. */
import { asc, eq } from 'drizzle-orm'
import { createCampaign } from '../campaigns/create-campaign.ts'
import type { Definition } from '../campaigns/definition.ts'
import { openCampaign } from '../campaigns/open-campaign.ts'
import { findCampaign } from '../campaigns/queries.ts'
import type { CampaignBody } from '../campaigns/schemas.ts'
import { invitations, respondents } from '../db/schema.ts'
import type { Deps } from '../deps.ts'
import { importRoster } from '../roster/import-roster.ts'
import { OFFICER } from './deps.ts'

/** How many people of which group rate which unit; codes of the definition. */
export type RosterPart = { unit: string; group: string; people: number }
export type TestInvitation = { id: string; unit: string; group: string; stratum: string }
/** A respondent with their personal link's token; here one invitation each. */
export type TestPerson = { id: string; name: string; email: string; phone: string; token: string } & {
  invitation: TestInvitation
}
export type TestCampaign = { id: string; code: string; definition: Definition; people: TestPerson[] }

type CampaignOptions = Partial<CampaignBody> & { roster: RosterPart[] }

let made = 0

/** A draft with its roster. `definition` is a slug of surveys/; `roster` is who is invited. */
export async function createDraft(deps: Deps, { roster, ...body }: CampaignOptions): Promise<TestCampaign> {
  made += 1
  const code = body.code ?? `dot-${made}`
  await createCampaign(deps, { definition: 'example-commune', sendingHours: 'any', ...body, code }, OFFICER)
  const file = { name: 'danh-sach.csv', data: Buffer.from(rosterCsv(roster, made)) }
  if (roster.length > 0) await importRoster(deps, code, file, {}, OFFICER)
  return readTestCampaign(deps, code)
}

export async function createOpenCampaign(deps: Deps, options: CampaignOptions): Promise<TestCampaign> {
  const { code } = await createDraft(deps, options)
  await openCampaign(deps, code, OFFICER)
  return readTestCampaign(deps, code)
}

/** Everybody of a campaign in roster order, read from the database. */
export async function readTestCampaign(deps: Deps, code: string): Promise<TestCampaign> {
  const campaign = await findCampaign(deps.db, code)
  if (!campaign) throw new Error(`there is no campaign ${code}`)
  const rows = await deps.db
    .select()
    .from(respondents)
    .innerJoin(invitations, eq(invitations.respondentId, respondents.id))
    .where(eq(respondents.campaignId, campaign.id))
    .orderBy(asc(respondents.phone))
  const people = rows.map(({ respondents: person, invitations: { id, unit, group, stratumId } }) => ({
    ...{ id: person.id, name: person.fullName, email: person.email!, phone: person.phone! },
    token: deps.secrets.linkToken(person.id, person.linkIssue),
    invitation: { id, unit, group, stratum: stratumId ?? '' },
  }))
  return { id: campaign.id, code, definition: campaign.definition, people }
}

const FAMILY = ['Nguyễn', 'Trần', 'Lò', 'Quàng', 'Cầm', 'Hoàng', 'Đặng', 'Phạm', 'Vì', 'Bùi']
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Thanh', 'Đức', 'Ngọc', 'Quang', 'Hồng']
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Hạnh', 'Khoa', 'Lan', 'Mạnh', 'Oanh', 'Phúc', 'Sơn', 'Yến']

/** A roster file as an office would send it; phones and e-mails are unique over `seed` and row. */
export function rosterCsv(roster: RosterPart[], seed = 0): string {
  const rows = roster.flatMap(({ unit, group, people }) => Array.from({ length: people }, () => [unit, group]))
  const lines = rows.map(([unit, group], row) => {
    const name = [FAMILY[row % 10], MIDDLE[Math.floor(row / 10) % 8], GIVEN[Math.floor(row / 80) % 12]].join(' ')
    const number = `${String(seed % 100).padStart(2, '0')}${String(row).padStart(5, '0')}`
    return [name, `nguoi-${number}@co-quan.example`, `09${number}1`, unit, group].join(',')
  })
  return ['Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm', ...lines].join('\n')
}

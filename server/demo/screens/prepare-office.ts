/** What an office has beside the running survey: next year's draft, an invited colleague, requests about data, a program. */
import { dayInVietnam } from '../../clock.ts'
import type { Officer } from '../officer.ts'
import { CODE } from '../prepare-survey.ts'
import { DRAFT } from './views.ts'

const DAY_MS = 86_400_000

export async function prepareOffice(officer: Officer): Promise<void> {
  await officer.post('/api/campaigns', { from: CODE, code: DRAFT })
  await officer.post('/api/accounts', { email: 'lan.quang@snv.example', name: 'Quàng Thị Lan', role: 'officer' })
  await officer.post('/api/accounts', { email: 'kiem.tra@tinh.example', name: 'Lò Văn Sơn', role: 'auditor' })
  await officer.post('/api/clients', { name: 'Phần mềm Chỉ số' })
  await officer.post('/api/webhooks', { url: 'https://chi-so.tinh.example/phieu' })
  const privacy = `/api/campaigns/${CODE}/privacy`
  const { people } = await officer.get<{ people: { id: string }[] }>(`${privacy}/people?search=lan`)
  await officer.post(`${privacy}/requests`, {
    ...{ kind: 'see', via: 'phone', person: people[0]!.id },
    ...{ receivedOn: dayInVietnam(new Date(Date.now() - 3 * DAY_MS)), note: 'Gọi điện hỏi đang lưu những gì.' },
  })
}

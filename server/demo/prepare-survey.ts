/** What an officer does before people answer: create, import the list, open, send. All through the public interface. */
import writeXlsxFile from 'write-excel-file/node'
import type { OpenedView } from '../campaigns/schemas.ts'
import type { Officer } from './officer.ts'
import type { SyntheticPerson } from './population.ts'

export const CODE = '2024'

export type Say = (line: string) => void

export type DemoWave = { channels: ('email' | 'zalo')[]; order?: 'together' | 'in-order' }

/** Returns the opened strata; messages are then on their way, to the built-in outbox unless a Zalo is simulated. */
export async function prepareSurvey(
  officer: Officer,
  people: SyntheticPerson[],
  say: Say,
  wave: DemoWave = { channels: ['email', 'zalo'] },
): Promise<OpenedView> {
  await officer.post('/api/campaigns', {
    definition: 'son-la-2024',
    code: CODE,
    sendingHours: 'any',
    closesAt: inDays(30),
  })
  const report = await officer.upload<{ rows: number; accepted: number; rejected: unknown[] }>(
    `/api/campaigns/${CODE}/roster?dryRun=false`,
    'danh-sach.xlsx',
    await rosterFile(people),
  )
  say(`Nhập danh sách: ${report.accepted}/${report.rows} dòng hợp lệ, ${report.rejected.length} dòng bị từ chối.`)
  const opening = officer.post<OpenedView>(`/api/campaigns/${CODE}/open`)
  const watch = setInterval(() => void showOpening(officer, say), 1_000)
  const opened = await opening.finally(() => clearInterval(watch))
  const merged = opened.strata.filter((stratum) => stratum.mergedInto).length
  say(`Đã mở: ${opened.invitations} phiếu; ${merged} nhóm nhỏ được gộp để giữ ẩn danh.`)
  const { deliveries } = await officer.post<{ deliveries: number }>(`/api/campaigns/${CODE}/waves`, {
    kind: 'invitation',
    ...wave,
  })
  say(
    wave.order === 'in-order'
      ? `Đang gửi ${deliveries} tin qua Zalo giả lập; ai không nhận được sẽ có thư điện tử (hộp thư thử /dev/outbox).`
      : `Đang gửi ${deliveries} tin qua thư điện tử và Zalo (vào hộp thư thử /dev/outbox).`,
  )
  return opened
}

async function showOpening(officer: Officer, say: Say): Promise<void> {
  const { opening } = await officer.get<{ opening: { done: number; total: number } | null }>(`/api/campaigns/${CODE}`)
  if (opening) say(`Đang tạo khoá cho từng nhóm: ${opening.done}/${opening.total}`)
}

async function rosterFile(people: SyntheticPerson[]): Promise<Buffer> {
  const header = ['Họ và tên', 'Email', 'Số điện thoại', 'Đơn vị', 'Nhóm', 'Chức vụ']
  const rows = people.map(({ name, email, phone, unit, group, position }) => [
    name,
    email,
    phone,
    unit,
    group,
    position,
  ])
  const sheet = [header, ...rows].map((row) => row.map((value) => ({ value, type: String })))
  return writeXlsxFile(sheet).toBuffer()
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

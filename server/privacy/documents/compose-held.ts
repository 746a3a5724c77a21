/** "Dữ liệu cá nhân đang lưu về một người": what a respondent who asks to see their data is given. Pure. */
import { CHANNEL_WORDS, STATE_WORDS } from '../../delivery/picture/describe-state.ts'
import type { Held } from '../people-queries.ts'
import type { PrivacyCampaign } from '../queries.ts'
import { type Retention, retentionOf } from '../retention.ts'
import type { PersonCard } from '../schemas.ts'
import { type OfficeDocument, type Part, writeDate, writeDay } from './document.ts'
import { HOW, KIND, REQUEST_STATE } from './words.ts'

const NOTHING = 'Không có'

type HeldInput = {
  campaign: PrivacyCampaign
  card: PersonCard
  held: Held
  dueOn: (rule: 'contacts' | 'people') => string | null
  today: string
}

export function composeHeld({ campaign, card, held, dueOn, today }: HeldInput): OfficeDocument {
  const retention = retentionOf(campaign.retention)
  return {
    authority: campaign.definition.organizer.name,
    title: 'Dữ liệu cá nhân đang lưu',
    subtitle: `Về ${card.name}, trong ${campaign.title}`,
    date: writeDate(today),
    parts: [
      { kind: 'heading', text: '1. Thông tin trong danh sách' },
      {
        kind: 'rows',
        rows: [
          { label: 'Họ và tên', value: card.name },
          { label: 'Chức vụ', value: card.position ?? NOTHING },
          { label: 'Mã trong danh sách', value: card.code ?? NOTHING },
          { label: 'Thư điện tử', value: withFailure(card.email, held.emailFailure) },
          { label: 'Số điện thoại', value: withFailure(card.phone && `+${card.phone}`, held.phoneFailure) },
          {
            label: 'Đề nghị không nhận tin',
            value: held.optedOutOn ? `Từ ngày ${writeDay(held.optedOutOn)}` : 'Chưa đề nghị',
          },
        ],
      },
      { kind: 'heading', text: '2. Phiếu được mời trả lời' },
      ...listed(
        ['Đơn vị đánh giá', 'Nhóm đối tượng', 'Thông báo đã đồng ý', 'Ngày bắt đầu', 'Ngày đồng ý và gửi'],
        held.invitations.map(({ unit, group, consent, startedOn, answeredOn }) => [
          ...[nameOf(campaign, 'units', unit), nameOf(campaign, 'groups', group)],
          ...[consent ? `Bản ${consent}` : 'Chưa', dayOr(startedOn, 'Chưa'), dayOr(answeredOn, 'Chưa')],
        ]),
      ),
      { kind: 'heading', text: '3. Tin đã gửi và đường dẫn đã gửi tay' },
      ...listed(
        ['Kênh', 'Lượt', 'Kết quả', 'Ngày'],
        [
          ...held.messages.map(({ channel, wave, state, at }) => [
            ...[CHANNEL_WORDS[channel], String(wave)],
            ...[STATE_WORDS[state], dayOr(at, '')],
          ]),
          ...held.marks.map(({ how, at }) => [HOW[how] ?? 'Gửi tay', '', 'Đã gửi tay', writeDay(at)]),
        ],
      ),
      { kind: 'heading', text: '4. Yêu cầu về dữ liệu cá nhân' },
      ...listed(
        ['Yêu cầu', 'Ngày nhận', 'Tình trạng', 'Ghi chép'],
        held.requests.map(({ kind, receivedOn, state, note, outcome }) => [
          ...[KIND[kind] ?? kind, writeDay(receivedOn), REQUEST_STATE[state] ?? state],
          [note, outcome].filter(Boolean).join(' — '),
        ]),
      ),
      { kind: 'heading', text: '5. Câu trả lời' },
      {
        kind: 'paragraph',
        text: 'Không có câu trả lời nào ở đây, và không phải vì giấu. Khi gửi, phiếu tách khỏi tên người: hệ thống chỉ giữ rằng người này đã gửi, không giữ phiếu nào là của ai. Vì vậy cơ quan, kể cả người quản trị, không tìm ra, không sửa và không rút được một phiếu đã gửi. Mã biên nhận trên máy của người trả lời cho biết phiếu đã được đếm, không cho biết đã trả lời gì.',
      },
      { kind: 'heading', text: '6. Giữ đến khi nào' },
      { kind: 'rows', rows: keptRows(retention, dueOn) },
    ],
  }
}

function keptRows(retention: Retention, dueOn: (rule: 'contacts' | 'people') => string | null) {
  const until = (rule: 'contacts' | 'people'): string => {
    const day = dueOn(rule)
    return `${retention[rule]} ngày sau khi chốt kết quả${day ? `, tức ngày ${writeDay(day)}` : ''}`
  }
  return [
    { label: 'Thư điện tử, số điện thoại', value: until('contacts') },
    { label: 'Họ tên và việc đã gửi phiếu hay chưa', value: until('people') },
  ]
}

const listed = (columns: string[], rows: string[][]): Part[] =>
  rows.length === 0 ? [{ kind: 'paragraph', text: NOTHING }] : [{ kind: 'table', columns, rows }]

const withFailure = (address: string | null, failure: string | null): string =>
  address ? `${address}${failure ? ' (tin gửi tới đây đã bị trả lại)' : ''}` : NOTHING

const dayOr = (day: string | null, otherwise: string): string => (day ? writeDay(day) : otherwise)

function nameOf({ definition }: PrivacyCampaign, list: 'units' | 'groups', code: string): string {
  for (const block of definition.blocks) {
    const found = block[list].find((one) => one.code === code)
    if (found) return found.name
  }
  return code
}

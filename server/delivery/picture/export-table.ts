/** The picture as tables: columns and cells, the same for every file format. Moments are dates, counts numbers. Pure. */
import type { Cell, Column, Table } from '../../sheets/table.ts'
import { describeCause } from './describe-cause.ts'
import { CHANNEL_WORDS, HOW_WORDS, KIND_WORDS, STATE_WORDS } from './describe-state.ts'
import type { ExportRow } from './export-queries.ts'
import type { FunnelView } from './schemas.ts'
import { writtenPhone } from './view-person.ts'

const column = (title: string, width: number): Column => ({ title, width })

export const MESSAGE_COLUMNS: Column[] = [
  column('Họ và tên', 26),
  column('Mã', 12),
  column('Đơn vị', 36),
  column('Thư điện tử', 30),
  column('Số điện thoại', 15),
  column('Lượt', 7),
  column('Loại lượt', 12),
  column('Kênh', 13),
  column('Trạng thái', 18),
  column('Nguyên nhân', 40),
  column('Mã lỗi', 16),
  column('Việc cần làm', 50),
  column('Số lần gửi', 11),
  column('Chờ gửi tới', 17),
  column('Đã gửi lúc', 17),
  column('Đã tới lúc', 17),
  column('Cán bộ xử lý', 26),
]

/** One row of the list of messages, in the order of MESSAGE_COLUMNS. */
export function messageCells(row: ExportRow, unitNames: Record<string, string>): Cell[] {
  const units = row.units.map((code) => unitNames[code] ?? code).join('; ')
  const person: Cell[] = [row.name, row.code, units, row.email, row.phone && spacedPhone(row.phone)]
  if (row.channel === null) return [...person, null, null, null, 'Chưa gửi tin nào', ...noMessageCause(row), ...NOTHING]
  if (row.channel === 'hand') {
    return [
      ...person,
      null,
      null,
      'Gửi tay',
      HOW_WORDS[row.how],
      null,
      null,
      null,
      null,
      null,
      moment(row.sentAt),
      null,
      row.by,
    ]
  }
  const { channel, state, attempts } = row
  const cause = state === 'sent' || state === 'delivered' ? null : row.cause
  const told = cause === null ? null : describeCause(channel, cause, state === 'queued')
  return [
    ...person,
    ...[row.wave, KIND_WORDS[row.kind], CHANNEL_WORDS[channel], STATE_WORDS[state]],
    ...[told?.title ?? null, cause, told?.nextStep ?? null, attempts],
    ...[moment(row.dueAt), moment(row.sentAt), moment(row.deliveredAt), row.by],
  ]
}

const NOTHING: Cell[] = [null, null, null, null, null]

/** Why nobody wrote to them: no address at all, or only ones that are known not to work. */
function noMessageCause({ email, phone, emailFailure, phoneFailure }: ExportRow): Cell[] {
  if ((email && !emailFailure) || (phone && !phoneFailure)) return [null, null, null]
  const cause = emailFailure ?? phoneFailure ?? 'no-address'
  const words = describeCause(emailFailure ? 'email' : 'zalo', cause)
  return [words.title, cause, words.nextStep]
}

/** With spaces a spreadsheet takes it for text and leaves the leading zero. */
const spacedPhone = (phone: string): string => writtenPhone(phone).replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')

const moment = (instant: string | null): Date | null => (instant === null ? null : new Date(instant))

/** The picture, when a file comes to it: of 100,000 people it takes longer to make than a download should take to begin. */
type Picture = () => Promise<FunnelView>

async function* rowsOf(picture: Picture, write: (view: FunnelView) => Cell[][]): AsyncGenerator<Cell[][]> {
  yield write(await picture())
}

/** The funnel, one row per wave and channel. */
export function funnelTable(picture: Picture): Table {
  const titles = [
    'Dự kiến',
    'Chờ gửi',
    'Đang gửi',
    'Đã gửi',
    'Đã tới',
    'Không gửi được',
    'Chưa rõ đã gửi',
    'Không gửi nữa',
  ]
  const write = ({ waves }: FunnelView) =>
    waves.flatMap(({ wave, kind, channels }) =>
      channels.map((step): Cell[] => [
        ...[wave, KIND_WORDS[kind], CHANNEL_WORDS[step.channel]],
        ...[
          step.planned,
          step.queued,
          step.sending,
          step.sent,
          step.delivered,
          step.failed,
          step.unknown,
          step.withdrawn,
        ],
        ...[step.started, step.answered],
      ]),
    )
  return {
    name: 'Tổng hợp',
    columns: [
      ...[column('Lượt', 7), column('Loại lượt', 12), column('Kênh', 13)],
      ...[...titles, 'Đã bấm Bắt đầu', 'Đã trả lời'].map((title) => column(title, 16)),
    ],
    rows: rowsOf(picture, write),
  }
}

/** People, whichever way they were reached. */
export function reachTable(picture: Picture): Table {
  const write = ({ reached, byHand }: FunnelView): Cell[][] => [
    ['Được mời', reached.invited],
    ['Đã có tin tới hoặc được gửi tay', reached.messaged],
    ['Đã bấm Bắt đầu', reached.started],
    ['Đã trả lời', reached.answered],
    ['Chỉ còn cách gửi tay, hoặc đã gửi tay', byHand.people],
    ['Đã gửi tay đường dẫn', byHand.handed],
    ['Trong số gửi tay: đã bấm Bắt đầu', byHand.started],
    ['Trong số gửi tay: đã trả lời', byHand.answered],
  ]
  return { name: 'Số người', columns: [column('Nội dung', 44), column('Số người', 12)], rows: rowsOf(picture, write) }
}

/** Failures by cause. */
export function failureTable(picture: Picture): Table {
  const write = ({ failures }: FunnelView) =>
    failures.map((group): Cell[] => [
      ...[CHANNEL_WORDS[group.channel], STATE_WORDS[group.state], group.title, group.cause, group.nextStep],
      ...[group.people, group.needing, group.fallback],
    ])
  return {
    name: 'Nguyên nhân',
    columns: [
      ...[
        column('Kênh', 13),
        column('Trạng thái', 18),
        column('Nguyên nhân', 50),
        column('Mã lỗi', 16),
        column('Việc cần làm', 60),
      ],
      ...[column('Số người', 11), column('Còn cần xử lý', 14), column('Đã gửi được qua kênh khác', 26)],
    ],
    rows: rowsOf(picture, write),
  }
}

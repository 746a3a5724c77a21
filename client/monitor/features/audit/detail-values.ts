/** Words for the codes that an entry's values are written with; anything else is data and stays as it is. */
import { CHANNEL_NAMES, DELIVERY_STATE_NAMES } from '../../shared/channel-names.ts'
import { ORIGIN_WORDS } from '../../shared/origin-words.ts'
import { ROLE_NAMES } from '../../shared/role-names.ts'
import { STATUS_NAMES } from '../../shared/status-pill.tsx'
import { t } from '../../words/t.ts'
import { HOW_WORDS } from '../delivery/person-words.ts'
import { WAVE_STATE_NAMES } from '../delivery/wave-words.ts'
import { KIND_NAMES, RULE_NAMES, VIA_NAMES } from '../privacy/privacy-words.ts'
import { NAMES } from './detail-names.ts'

const VALUES: Record<string, string> = {
  ...CHANNEL_NAMES,
  ...DELIVERY_STATE_NAMES,
  ...WAVE_STATE_NAMES,
  ...STATUS_NAMES,
  ...ORIGIN_WORDS,
  ...KIND_NAMES,
  ...HOW_WORDS,
  invitation: t`lượt mời`,
  reminder: t`lượt nhắc`,
  all: t`tất cả`,
  'failed-elsewhere': t`người mà kênh kia không tới`,
  together: t`cùng lúc`,
  'in-order': t`lần lượt`,
  any: t`cả ngày lẫn đêm`,
  sat: t`thứ bảy`,
  sun: t`chủ nhật`,
  unreached: t`người chưa nhận được tin`,
  unanswered: t`người chưa trả lời`,
  'by-hand': t`người cần gửi tay`,
  skip: t`không`,
  include: t`có`,
  set: t`đã ghi giá trị mới`,
  removed: t`đã xóa`,
  'not-sent': t`chưa gửi được`,
  'not-sent-retry': t`chưa gửi được, gửi lại`,
  send: t`gửi tiếp`,
  working: t`dùng được`,
  done: t`đã xong`,
  refused: t`đã từ chối`,
  code: t`mã trên điện thoại`,
  'recovery-code': t`mã khôi phục`,
  look: t`xem dữ liệu`,
  change: t`thay đổi`,
  margin: t`theo sai số`,
  share: t`tỷ lệ cố định`,
  everybody: t`tất cả mọi người`,
  replace: t`thay bằng người vừa rút`,
  add: t`thêm người vừa rút`,
  self: t`tự đánh giá`,
  appraised: t`thẩm định`,
  imported: t`điểm ngoài`,
  points: t`nhập điểm từ ngoài`,
  microdata: t`tải phiếu trả lời đã ẩn danh`,
  codebook: t`bảng mã`,
}

/** Codes that mean something else under one key. */
const VALUES_OF: Record<string, Record<string, string>> = {
  fields: NAMES,
  sort: NAMES,
  role: ROLE_NAMES,
  rule: RULE_NAMES,
  via: VIA_NAMES,
  reached: { none: t`chưa` },
  roster: { empty: t`chưa có ai` },
  reason: {
    rewritten: t`dữ liệu được nạp lại từ bản sao lưu`,
    'other-cluster': t`máy chủ PostgreSQL khác`,
    'other-database': t`cơ sở dữ liệu khác`,
    'other-timeline': t`PostgreSQL đã được đưa về một thời điểm trước`,
    'other-folder': t`thư mục dữ liệu khác`,
    'other-host': t`máy khác`,
    'other-address': t`địa chỉ công khai đã đổi`,
    rewound: t`thời điểm cũ hơn lần chạy gần nhất`,
    slept: t`ngừng hơn 6 giờ khi có tin đến giờ gửi`,
    changed: t`mục đã bị sửa`,
    missing: t`mục đã bị xóa`,
    gap: t`mục đã bị xóa cùng chỗ của nó`,
    unchained: t`mục nằm ngoài chuỗi`,
    empty: t`toàn bộ nhật ký đã bị xóa`,
    'kept-missing': t`các mục mới nhất đã bị cắt bỏ`,
    'kept-changed': t`chuỗi đã bị tính lại`,
  },
}

/** `key`: the one under which the value is held. */
export const valueWord = (code: string, key = ''): string => VALUES_OF[key]?.[code] ?? VALUES[code] ?? code

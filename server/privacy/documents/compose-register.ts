/**
 * The register of processing of one campaign ("Hồ sơ hoạt động xử lý dữ liệu cá nhân"), as far as the system knows it; what only the office
 * knows stands as a marked blank. Pure.
 */
import type { PrivacyCampaign } from '../queries.ts'
import { type Retention, retentionOf } from '../retention.ts'
import type { NoticeView } from '../schemas.ts'
import { type OfficeDocument, type Row, writeDate, writeDay } from './document.ts'

export type RegisterInput = {
  campaign: PrivacyCampaign
  people: number
  invitations: number
  notices: NoticeView[]
  requests: { open: number; overdue: number; all: number }
  /** Where messages go; false: the built-in outbox, nothing leaves the system. */
  channels: { email: boolean; zalo: boolean }
  opensOn: string | null
  closesOn: string | null
  finalOn: string | null
  today: string
}

export function composeRegister(input: RegisterInput): OfficeDocument {
  const { campaign, today } = input
  const retention = retentionOf(campaign.retention)
  return {
    authority: campaign.definition.organizer.name,
    title: 'Hồ sơ hoạt động xử lý dữ liệu cá nhân',
    subtitle: campaign.title,
    date: writeDate(today),
    parts: [
      { kind: 'heading', text: '1. Bên kiểm soát và bên xử lý dữ liệu' },
      { kind: 'rows', rows: controllerRows(campaign) },
      { kind: 'heading', text: '2. Mục đích và căn cứ' },
      { kind: 'rows', rows: purposeRows(input) },
      { kind: 'heading', text: '3. Người có dữ liệu được xử lý' },
      { kind: 'rows', rows: subjectRows(input) },
      { kind: 'heading', text: '4. Loại dữ liệu, nơi giữ và thời hạn giữ' },
      { kind: 'table', columns: ['Dữ liệu', 'Dùng để', 'Thời hạn giữ'], rows: dataRows(retention) },
      { kind: 'heading', text: '5. Bên nhận dữ liệu' },
      { kind: 'rows', rows: recipientRows(input) },
      { kind: 'heading', text: '6. Thời gian xử lý' },
      { kind: 'rows', rows: timeRows(input) },
      { kind: 'heading', text: '7. Biện pháp bảo vệ' },
      { kind: 'rows', rows: MEASURES },
      { kind: 'heading', text: '8. Quyền của người được khảo sát' },
      { kind: 'rows', rows: rightRows(input, retention) },
      { kind: 'heading', text: '9. Người lập, người duyệt' },
      {
        kind: 'rows',
        rows: [
          { label: 'Người lập', value: null, hint: 'họ tên, chức vụ, chữ ký' },
          { label: 'Người duyệt', value: null, hint: 'họ tên, chức vụ, chữ ký, dấu' },
        ],
      },
    ],
  }
}

const controllerRows = ({ definition: { organizer } }: PrivacyCampaign): Row[] => [
  { label: 'Bên kiểm soát', value: organizer.name },
  {
    label: 'Liên hệ',
    value: [organizer.phone, organizer.email].filter(Boolean).join('; ') || null,
    hint: 'điện thoại, thư điện tử',
  },
  { label: 'Địa chỉ', value: null, hint: 'địa chỉ trụ sở' },
  {
    label: 'Người phụ trách bảo vệ dữ liệu',
    value: null,
    hint: 'họ tên, chức vụ, điện thoại, số quyết định phân công',
  },
  { label: 'Bên xử lý', value: null, hint: 'đơn vị vận hành máy chủ và hợp đồng, hoặc ghi “không có”' },
  { label: 'Nơi đặt máy chủ', value: null, hint: 'tên trung tâm dữ liệu, địa chỉ' },
]

const purposeRows = ({ notices }: RegisterInput): Row[] => [
  {
    label: 'Mục đích',
    value:
      'Điều tra xã hội học để tính điểm khảo sát trong Chỉ số cải cách hành chính. Không dùng để đánh giá người trả lời.',
  },
  { label: 'Căn cứ tổ chức', value: null, hint: 'số, ngày của kế hoạch hoặc quyết định tổ chức điều tra' },
  {
    label: 'Căn cứ xử lý',
    value: 'Sự đồng ý của người trả lời, cho trước câu hỏi đầu tiên, ô đồng ý không đánh dấu sẵn.',
  },
  { label: 'Căn cứ có danh sách người được mời', value: null, hint: 'văn bản lập và chuyển danh sách của từng đơn vị' },
  ...notices
    .filter(({ current, consents }) => current || consents > 0)
    .map(({ version, sha256, consents }) => ({
      label: `Thông báo, bản ${version}`,
      value: `${consents.toLocaleString('vi-VN')} phiếu gửi kèm sự đồng ý. Mã kiểm tra nội dung (SHA-256): ${sha256}`,
    })),
]

const subjectRows = ({ campaign, people, invitations }: RegisterInput): Row[] => [
  {
    label: 'Người được khảo sát',
    value: `${people.toLocaleString('vi-VN')} người, ${invitations.toLocaleString('vi-VN')} phiếu phát ra`,
  },
  ...campaign.definition.blocks.map(({ name, groups }) => ({
    label: `Nhóm đối tượng, ${name}`,
    value: groups.map((group) => group.name).join('; '),
  })),
  { label: 'Cán bộ dùng hệ thống', value: 'Họ tên, thư điện tử công vụ, vai trò, phiên đăng nhập, nhật ký thao tác' },
]

const after = (days: number): string => `${days.toLocaleString('vi-VN')} ngày sau khi chốt kết quả`

const dataRows = (retention: Retention): string[][] => [
  ['Họ và tên, chức vụ, mã trong danh sách', 'Biết ai được mời đánh giá đơn vị nào', after(retention.people)],
  ['Thư điện tử, số điện thoại', 'Gửi phiếu và nhắc', after(retention.contacts)],
  ['Tin đã gửi, kết quả gửi, việc gửi tay', 'Biết phiếu có tới người được mời không', after(retention.messages)],
  [
    'Đã gửi phiếu hay chưa (ngày), bản thông báo đã đồng ý',
    'Mỗi người một phiếu; chứng minh sự đồng ý',
    after(retention.people),
  ],
  ['Câu trả lời từng phiếu, không gắn với ai', 'Tính điểm, phân tích', after(retention.answers)],
  ['Số đếm, điểm, biên nhận, không gắn với ai', 'Kết quả công bố và đối chiếu', 'Theo quy định lưu trữ hồ sơ'],
  ['Nhật ký thao tác của cán bộ, chỉ có mã số', 'Kiểm tra, thanh tra', 'Không xóa được trong ứng dụng'],
]

const recipientRows = ({ channels }: RegisterInput): Row[] => [
  {
    label: 'Máy chủ thư điện tử',
    value: channels.email
      ? 'Họ tên, địa chỉ thư, lời mời và đường dẫn riêng'
      : 'Chưa nối máy chủ thư: chưa có gì rời hệ thống',
  },
  ...(channels.email ? [{ label: 'Bên cung cấp máy chủ thư', value: null, hint: 'tên đơn vị, nơi đặt máy chủ' }] : []),
  {
    label: 'Zalo',
    value: channels.zalo
      ? 'Họ tên rút gọn, số điện thoại, tên đơn vị được đánh giá, hạn trả lời, mã của đường dẫn riêng'
      : 'Chưa nối Zalo: chưa có gì rời hệ thống',
  },
  { label: 'Phần mềm Chỉ số', value: 'Chỉ nhận điểm và số đếm; không nhận dữ liệu cá nhân' },
  { label: 'Đơn vị được đánh giá', value: 'Chỉ xem tỷ lệ trả lời của chính mình' },
  { label: 'Chuyển dữ liệu ra nước ngoài', value: null, hint: 'có hay không; nếu có: nước, bên nhận, hồ sơ đánh giá' },
]

const timeRows = ({ opensOn, closesOn, finalOn }: RegisterInput): Row[] => [
  { label: 'Mở nhận phiếu', value: opensOn ? writeDay(opensOn) : 'Chưa mở' },
  { label: 'Hạn kết thúc', value: closesOn ? writeDay(closesOn) : 'Chưa đặt' },
  { label: 'Chốt kết quả', value: finalOn ? writeDay(finalOn) : 'Chưa chốt' },
]

const MEASURES: Row[] = [
  {
    label: 'Tách người và phiếu',
    value:
      'Chữ ký mù (RFC 9474): hệ thống xác nhận quyền trả lời mà không thấy phiếu; phần giữ phiếu không đọc được phần giữ tên',
  },
  {
    label: 'Không làm lộ khi công bố',
    value: 'Không số liệu nào của ít hơn số phiếu tối thiểu; phần rút gọn được che thêm',
  },
  {
    label: 'Tài khoản',
    value: 'Phân vai trò, mật khẩu băm argon2id, xác thực hai lớp cho quản trị, khóa sau năm lần sai',
  },
  { label: 'Nhật ký', value: 'Mọi thay đổi và mọi lần xem dữ liệu cá nhân, nối chuỗi băm, không sửa được' },
  { label: 'Xóa đúng hạn', value: 'Việc chạy hằng ngày, mỗi lần xóa có bản ghi số lượng' },
  {
    label: 'Mã hóa đường truyền, sao lưu',
    value: null,
    hint: 'chứng thư HTTPS, nơi và cách mã hóa bản sao lưu, người giữ khóa',
  },
  { label: 'Hồ sơ đánh giá tác động xử lý dữ liệu', value: null, hint: 'số, ngày lập và gửi, nếu thuộc diện phải lập' },
]

const rightRows = ({ requests }: RegisterInput, { requests: days }: Retention): Row[] => [
  {
    label: 'Thời hạn giải quyết',
    value: `Xem ${days.see} ngày; sửa ${days.correct} ngày; rút lại sự đồng ý ${days.withdraw} ngày; xóa ${days.erase} ngày kể từ ngày nhận`,
  },
  {
    label: 'Yêu cầu đến nay',
    value: `${requests.all} yêu cầu, ${requests.open} đang giải quyết, ${requests.overdue} quá hạn`,
  },
  {
    label: 'Giới hạn',
    value:
      'Phiếu đã gửi không gắn với ai nên không tìm ra để xem, sửa hay rút; thông báo nói điều này trước khi trả lời',
  },
  { label: 'Nơi nhận khiếu nại', value: null, hint: 'cơ quan, địa chỉ, điện thoại' },
]

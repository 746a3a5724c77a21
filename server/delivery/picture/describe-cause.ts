/**
 * Why a message did not arrive, in words that an official would say, and what to do about it. Covers every word that
 * channels/ and delivery/ write, to be read alone or behind the channel's name; a word that is not known gets an honest general sentence. Codes stay out of the words:
 * support finds them in `cause`. Pure. Mail: RFC 5321 reply codes and RFC 3463 status codes; Zalo: domain/README.
 */
import type { ChannelName } from '../../channels/channel.ts'
import { describeMailCode, describeMailStatus } from './describe-mail-code.ts'
import { describeZaloCode } from './describe-zalo-code.ts'

export type CauseWords = {
  title: string
  nextStep: string
  /** Whether sending it again as it is makes sense; false where something has to be corrected first. */
  retryable: boolean
}

/** `waiting`: the message is in the queue and is tried again without anybody's doing. */
export function describeCause(channel: ChannelName, cause: string | null, waiting = false): CauseWords {
  const words = find(channel, cause ?? '')
  return waiting && words.retryable
    ? { ...words, nextStep: `Chưa cần làm gì: hệ thống tự gửi lại. ${words.nextStep}` }
    : words
}

const find = (channel: ChannelName, cause: string): CauseWords =>
  (Object.hasOwn(WORDS, cause) ? WORDS[cause] : undefined) ??
  (cause.startsWith('zalo-') ? zaloWords(cause) : mailWords(cause)) ??
  unknownCause(channel)

function mailWords(cause: string): CauseWords | undefined {
  const status = /(?:^bounce-|-)([245])\.(\d{1,3})\.(\d{1,3})$/.exec(cause)
  if (status) return describeMailStatus(Number(status[1]), Number(status[2]), Number(status[3]))
  const code = /^smtp-(\d{3})$/.exec(cause)
  return code ? describeMailCode(Number(code[1])) : undefined
}

function zaloWords(cause: string): CauseWords | undefined {
  const status = /^zalo-http-(\d{3})$/.exec(cause)
  if (status?.[1] === '504') return WORDS['zalo-timeout']
  if (status) return Number(status[1]) >= 500 || status[1] === '429' ? ZALO_BUSY : ZALO_REFUSES_US
  if (cause.startsWith('zalo-token') || cause.startsWith('zalo-oauth')) return ZALO_TOKEN
  const code = /^zalo-(\d{1,6})$/.exec(cause)
  return code ? describeZaloCode(Number(code[1])) : undefined
}

const words = (title: string, nextStep: string, retryable: boolean): CauseWords => ({ title, nextStep, retryable })

function unknownCause(channel: ChannelName): CauseWords {
  return channel === 'email'
    ? words(
        'Không tới được, chưa rõ vì sao',
        'Kiểm tra địa chỉ rồi gửi lại; nếu vẫn vậy, gọi người quản trị máy chủ thư hoặc gửi tay đường dẫn.',
        true,
      )
    : words(
        'Không tới được, chưa rõ vì sao',
        'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gọi người quản trị hệ thống hoặc gửi tay đường dẫn.',
        true,
      )
}

const CALL_MAIL_ADMIN = 'Gọi người quản trị máy chủ thư'
const CALL_ZALO_ADMIN = 'Gọi người phụ trách tài khoản Zalo của cơ quan'
const ASK_PERSON = 'Hỏi người nhận đã thấy tin chưa, rồi ghi lại trong danh sách “Chưa rõ đã gửi”.'

const ZALO_BUSY = words(
  'Hệ thống của Zalo đang bận hoặc gặp trục trặc',
  'Nếu kéo dài quá một giờ, gọi người quản trị hệ thống.',
  true,
)
const ZALO_REFUSES_US = words(
  'Yêu cầu gửi của hệ thống bị Zalo từ chối',
  `${CALL_ZALO_ADMIN} và người quản trị hệ thống để kiểm tra cấu hình Zalo.`,
  true,
)
const ZALO_TOKEN = words(
  'Quyền gửi tin qua Zalo đã hết hạn hoặc chưa được cấp',
  `${CALL_ZALO_ADMIN} cấp lại quyền cho hệ thống; sau đó tin tự gửi tiếp.`,
  true,
)

const WORDS: Record<string, CauseWords> = {
  // ── the person
  'no-address': words(
    'Không có địa chỉ để gửi',
    'Bổ sung địa chỉ thư hoặc số điện thoại rồi gửi lại, hoặc gửi tay đường dẫn.',
    false,
  ),
  'address-invalid': words('Địa chỉ thư viết sai', 'Sửa địa chỉ rồi gửi lại, hoặc gửi tay đường dẫn.', false),
  answered: words('Đã trả lời nên không gửi nữa', 'Không cần làm gì.', false),
  'opted-out': words(
    'Người nhận đề nghị không gửi tin nữa',
    'Không gửi thêm. Chỉ đưa đường dẫn khi người đó tự hỏi.',
    false,
  ),
  reached: words('Đã tới bằng kênh khác nên không gửi nữa', 'Không cần làm gì.', false),
  // ── the campaign and its officers
  'campaign-closed': words('Đợt điều tra đã kết thúc nên không gửi nữa', 'Không cần làm gì.', false),
  stopped: words(
    'Lượt gửi đã được dừng hẳn',
    'Nếu vẫn muốn gửi, tạo một lượt nhắc mới cho những người chưa trả lời.',
    false,
  ),
  'settled-not-sent': words('Cán bộ xác nhận là chưa gửi được', 'Gửi lại, hoặc gửi tay đường dẫn.', true),
  'sending-held': words(
    'Việc gửi đang được giữ lại, chờ quản trị viên xác nhận',
    'Quản trị viên xác nhận cho gửi tiếp ở phần Gửi phiếu.',
    true,
  ),
  // ── limits
  'quota-used': words(
    'Đã dùng hết số tin được gửi trong ngày',
    'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, gọi người phụ trách tài khoản để tăng hạn mức.',
    true,
  ),
  'daily-limit': words(
    'Đã gửi đủ số tin mỗi ngày do cơ quan đặt',
    'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, tăng số tin mỗi ngày ở phần nhịp gửi.',
    true,
  ),
  // ── nobody can tell
  interrupted: words('Đang gửi thì máy dừng đột ngột, chưa rõ tin đã đi hay chưa', ASK_PERSON, true),
  'smtp-timeout': words('Máy chủ thư không trả lời kịp, chưa rõ thư đã đi hay chưa', ASK_PERSON, true),
  'smtp-lost': words('Mất kết nối khi đang gửi, chưa rõ thư đã đi hay chưa', ASK_PERSON, true),
  'zalo-timeout': words('Chờ quá lâu không thấy Zalo trả lời, chưa rõ tin đã đi hay chưa', ASK_PERSON, true),
  'zalo-lost': words('Mất kết nối với Zalo khi đang gửi, chưa rõ tin đã đi hay chưa', ASK_PERSON, true),
  'zalo-unreadable': words('Không đọc được trả lời của Zalo, chưa rõ tin đã đi hay chưa', ASK_PERSON, true),
  'zalo-absent': words('Không có tin này ở Zalo: tin chưa tới người nhận', 'Gửi lại, hoặc gửi tay đường dẫn.', true),
  // ── our own mail server and account
  'smtp-unreachable': words(
    'Không kết nối được tới máy chủ thư của cơ quan',
    `${CALL_MAIL_ADMIN} kiểm tra máy chủ và đường mạng.`,
    true,
  ),
  'smtp-auth': words(
    'Máy chủ thư không nhận tài khoản gửi',
    `${CALL_MAIL_ADMIN} kiểm tra tên và mật khẩu của tài khoản gửi thư.`,
    true,
  ),
  'smtp-tls': words(
    'Không lập được kết nối an toàn tới máy chủ thư',
    `${CALL_MAIL_ADMIN} kiểm tra chứng thư bảo mật của máy chủ.`,
    true,
  ),
  'smtp-sender': words(
    'Địa chỉ gửi của cơ quan viết sai',
    'Gọi người quản trị hệ thống sửa địa chỉ gửi thư trong cấu hình.',
    true,
  ),
  'zalo-token-being-renewed': words(
    'Hệ thống đang xin Zalo cấp lại quyền gửi tin',
    'Nếu kéo dài quá một giờ, gọi người quản trị hệ thống.',
    true,
  ),
  'zalo-unreachable': words(
    'Không kết nối được tới Zalo',
    'Gọi người quản trị hệ thống kiểm tra đường mạng ra ngoài.',
    true,
  ),
}

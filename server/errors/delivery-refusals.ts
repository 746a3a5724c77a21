/** Refusals of delivery/: waves, the plan, templates, what is sent to one person, and the providers. */
import { AppError, refusal } from './refusal.ts'

/** Why nothing is sent to one person over one channel now. */
export const NOT_SENDABLE = {
  answered: 'Người này đã trả lời hết các phiếu của mình nên không cần gửi nữa.',
  'opted-out': 'Người này đã đề nghị không nhận tin nữa nên không gửi. Chỉ đưa đường dẫn khi người đó tự hỏi.',
  'no-address':
    'Người này chưa có địa chỉ thư hoặc số điện thoại cho kênh đó. Hãy bổ sung rồi gửi, hoặc gửi tay đường dẫn.',
  'address-failed':
    'Kênh đó không tới được địa chỉ hoặc số điện thoại này. Hãy chọn kênh khác, hoặc sửa cho đúng rồi gửi.',
  waiting: 'Đã có một tin cho người này đang chờ gửi qua kênh đó. Không cần gửi thêm.',
  unknown: 'Có một tin chưa rõ đã gửi hay chưa. Hãy xác nhận tin đó trong danh sách “Chưa rõ đã gửi” trước.',
  sent: 'Tin qua kênh đó đã gửi đi rồi. Muốn nhắc thêm, hãy tạo lượt nhắc hoặc gửi tay đường dẫn.',
  limit: 'Người này đã nhận đủ số tin mà một người được nhận. Hãy gửi tay đường dẫn.',
  'no-wave': 'Chưa có lượt gửi nào đang chạy để gửi kèm. Hãy tạo lượt gửi trước.',
  channel: 'Kênh này chưa được cấu hình trên hệ thống. Hãy chọn kênh khác hoặc gọi người quản trị hệ thống.',
} as const
export type NotSendable = keyof typeof NOT_SENDABLE

export const deliveryRefusals = {
  waveUnitUnknown: refusal(
    'wave-unit-unknown',
    422,
    'Đợt điều tra này không có đơn vị đã chọn nên chưa gửi gì. Hãy tải lại trang rồi chọn lại.',
  ),
  waveUnitsInvitation: refusal(
    'wave-units-invitation',
    422,
    'Lượt mời gửi cho mọi đơn vị cùng lúc. Chỉ lượt nhắc mới chọn riêng đơn vị.',
  ),
  waveExists: refusal('wave-exists', 409, 'Lượt gửi này đã được tạo rồi, không gửi lần nữa.'),
  waveKindInvalid: refusal('wave-order', 409, 'Hãy gửi lượt mời trước khi gửi lượt nhắc.'),
  waveUnknown: refusal('wave-unknown', 404, 'Không có lượt gửi này.'),
  waveBegun: refusal(
    'wave-begun',
    409,
    'Có lượt gửi vừa bắt đầu nên không sửa hay bỏ khỏi kế hoạch được nữa; kế hoạch chưa đổi gì. Hãy tải lại rồi sửa tiếp, hoặc dừng lượt đó.',
  ),
  planChanged: refusal(
    'plan-changed',
    409,
    'Kế hoạch vừa được người khác sửa hoặc có lượt vừa bắt đầu; chưa ghi gì. Hãy tải lại rồi sửa tiếp.',
  ),
  planInvalid: refusal('plan-invalid', 422, 'Kế hoạch chưa ổn. Hãy sửa các mục được chỉ ra.'),
  waveStateInvalid: refusal('wave-state', 409, 'Lượt gửi không ở trạng thái làm được việc này. Hãy tải lại trang.'),
  waveTooSoon: refusal(
    'wave-too-soon',
    409,
    'Vừa có một lượt qua cùng kênh chưa đầy 10 phút trước. Hãy đợi thêm rồi thử lại.',
  ),
  templateInvalid: refusal('template-invalid', 422, 'Mẫu thư chưa dùng được. Hãy sửa các mục được chỉ ra.'),
  releaseUnconfirmed: refusal(
    'release-unconfirmed',
    422,
    'Chưa xác nhận. Hãy gõ đúng hai chữ “gửi tiếp” nếu đây là hệ thống duy nhất được phép gửi tin.',
  ),
  personUnknown: refusal('person-unknown', 404, 'Không có người này trong danh sách của đợt điều tra.'),
  personNotSendable: (reason: NotSendable) =>
    new AppError('person-not-sendable', 409, NOT_SENDABLE[reason], { reason }),
  contactInvalid: refusal('contact-invalid', 422, 'Địa chỉ chưa đúng nên chưa ghi gì. Hãy sửa mục được chỉ ra.'),
  sheetTooLarge: refusal('sheet-too-large', 422, 'Quá nhiều phiếu mời cho một lần in. Hãy in theo từng đơn vị.'),
  nothingLeft: refusal(
    'credential-issued',
    409,
    'Người này đã trả lời hết các phiếu của mình nên không cần đường dẫn nữa.',
  ),
  zaloNotConfigured: refusal(
    'zalo-not-configured',
    409,
    'Zalo chưa được cấu hình trên hệ thống này. Hãy đặt các biến ZALO_… rồi khởi động lại.',
  ),
  zaloTokenRefused: refusal(
    'zalo-token-refused',
    422,
    'Zalo không nhận mã này. Hãy đăng nhập lại ứng dụng trên trang của Zalo, lấy mã mới và dán lại ngay: mỗi mã chỉ dùng được một lần.',
  ),
  deliverySettled: refusal(
    'delivery-settled',
    409,
    'Tin này đã có kết quả hoặc đã được người khác xử lý. Hãy tải lại danh sách.',
  ),
  signatureRejected: refusal('webhook-signature-invalid', 403, 'Chữ ký không hợp lệ.'),
} as const

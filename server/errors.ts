/**
 * The catalogue of refusals: stable English code, HTTP status, Vietnamese message that says what to do (CONTRACT).
 * Throw with `throw errors.campaignClosed()`; http/error-handler.ts answers. Details hold codes, ids, numbers and the
 * caller's own input back to the caller; nothing of other people.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: string
  readonly status: number
  readonly details: unknown
  constructor(code: string, status: number, message: string, details?: unknown) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }
}

const refusal =
  (code: string, status: number, message: string) =>
  (details?: unknown): AppError =>
    new AppError(code, status, message, details)

/** Why nothing is sent to one person over one channel now. */
const NOT_SENDABLE = {
  answered: 'Người này đã trả lời hết các phiếu của mình nên không cần gửi nữa.',
  'opted-out': 'Người này đã đề nghị không nhận tin nữa nên không gửi. Chỉ trao đường dẫn khi người đó tự hỏi.',
  'no-address':
    'Người này chưa có địa chỉ thư hoặc số điện thoại cho kênh đó. Hãy bổ sung rồi gửi, hoặc trao đường dẫn tận tay.',
  'address-failed':
    'Kênh đó không tới được địa chỉ hoặc số điện thoại này. Hãy chọn kênh khác, hoặc sửa cho đúng rồi gửi.',
  waiting: 'Đã có một tin cho người này đang chờ gửi qua kênh đó. Không cần gửi thêm.',
  unknown: 'Có một tin chưa rõ đã gửi hay chưa. Hãy xác nhận tin đó trong danh sách “Chưa rõ đã gửi” trước.',
  sent: 'Tin qua kênh đó đã gửi đi rồi. Muốn nhắc thêm, hãy tạo lượt nhắc hoặc trao đường dẫn tận tay.',
  limit: 'Người này đã nhận đủ số tin mà một người được nhận. Hãy trao đường dẫn tận tay.',
  'no-wave': 'Chưa có lượt gửi nào đang chạy để gửi kèm. Hãy tạo lượt gửi trước.',
  channel: 'Kênh này chưa được cấu hình trên hệ thống. Hãy chọn kênh khác hoặc gọi người quản trị hệ thống.',
} as const
export type NotSendable = keyof typeof NOT_SENDABLE

/** Why a new password will not do (staff/judge-password.ts). */
const WEAK_PASSWORD = {
  short: 'Mật khẩu phải có ít nhất 12 ký tự. Vài từ ghép lại thành một câu là dễ nhớ nhất.',
  address: 'Mật khẩu không được là địa chỉ thư của mình. Hãy chọn mật khẩu khác.',
  common: 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác, chẳng hạn vài từ ghép lại thành một câu.',
} as const
type PasswordProblem = keyof typeof WEAK_PASSWORD

export const errors = {
  // ── form of the request
  invalidRequest: refusal('invalid-request', 400, 'Yêu cầu chưa đúng. Hãy xem các mục được chỉ ra và gửi lại.'),
  notFound: refusal('not-found', 404, 'Không tìm thấy nội dung này. Hãy kiểm tra lại địa chỉ.'),
  tooLarge: refusal('too-large', 413, 'Nội dung gửi lên quá lớn. Hãy chia nhỏ rồi gửi lại.'),
  tooMany: refusal('too-many-requests', 429, 'Có quá nhiều lần thử. Hãy đợi một phút rồi thử lại.'),
  unavailable: refusal('unavailable', 503, 'Hệ thống đang bận hoặc đang khởi động lại. Hãy thử lại sau ít phút.'),
  internal: refusal(
    'internal-error',
    500,
    'Hệ thống gặp trục trặc và đã ghi lại. Hãy thử lại; nếu vẫn vậy, báo cho người quản trị kèm mã yêu cầu.',
  ),
  // ── staff
  wrongCredentials: refusal(
    'wrong-credentials',
    401,
    'Thư điện tử hoặc mật khẩu không đúng. Sai năm lần liền thì tài khoản tạm khóa 15 phút; khi đó hãy đợi hoặc nhờ người quản trị mở khóa.',
  ),
  codeRequired: refusal('code-required', 401, 'Hãy nhập mã 6 số từ ứng dụng xác thực.'),
  secondFactorRequired: refusal(
    'second-factor-required',
    401,
    'Tài khoản quản trị phải bật xác thực hai lớp trước khi đăng nhập.',
  ),
  secondFactorExists: refusal('second-factor-exists', 409, 'Tài khoản này đã bật xác thực hai lớp.'),
  accountExists: refusal('account-exists', 409, 'Địa chỉ này đã có tài khoản. Hãy tìm trong danh sách tài khoản.'),
  accountUnknown: refusal('account-unknown', 404, 'Không có tài khoản này. Hãy tải lại danh sách.'),
  accountDisabled: refusal(
    'account-disabled',
    409,
    'Tài khoản này đang ngừng dùng nên không đặt lại mật khẩu được. Hãy cho dùng lại trước.',
  ),
  ownAccount: refusal(
    'own-account',
    409,
    'Không làm việc này với tài khoản của chính mình. Hãy nhờ quản trị viên khác.',
  ),
  invitationEnded: refusal(
    'invitation-ended',
    404,
    'Đường dẫn mời này đã dùng rồi, đã được thay hoặc đã quá hạn. Hãy nhờ người quản trị gửi lại.',
  ),
  mailNotConfigured: refusal(
    'mail-not-configured',
    409,
    'Hệ thống chưa được nối với máy chủ thư nên chưa gửi được thư mời. Hãy đặt SMTP_URL rồi khởi động lại.',
  ),
  unitUnknown: refusal(
    'unit-unknown',
    422,
    'Không có đơn vị này trong đợt điều tra nào. Hãy chọn đơn vị trong danh sách.',
  ),
  passwordWrong: refusal(
    'password-wrong',
    422,
    'Mật khẩu hiện tại không đúng. Sai năm lần liền thì tài khoản tạm khóa 15 phút.',
  ),
  passwordWeak: (problem: PasswordProblem) => new AppError('password-weak', 422, WEAK_PASSWORD[problem], { problem }),
  passwordSame: refusal('password-same', 422, 'Mật khẩu mới giống mật khẩu cũ. Hãy chọn mật khẩu khác.'),
  codeWrong: refusal('code-wrong', 422, 'Mã không đúng. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.'),
  ticketEnded: refusal('ticket-ended', 422, 'Đã quá 15 phút nên mã QR này không dùng được nữa. Hãy làm lại từ đầu.'),
  secondFactorMissing: refusal('second-factor-missing', 409, 'Hãy bật xác thực hai lớp trước rồi tạo mã khôi phục.'),
  sessionUnknown: refusal('session-unknown', 404, 'Phiên này đã kết thúc. Hãy tải lại danh sách.'),
  clientUnknown: refusal('client-unknown', 404, 'Không có chương trình này. Hãy tải lại danh sách.'),
  webhookUnknown: refusal('webhook-unknown', 404, 'Không có địa chỉ nhận báo này. Hãy tải lại danh sách.'),
  signInRequired: refusal('sign-in-required', 401, 'Phiên làm việc đã hết. Hãy đăng nhập lại.'),
  csrfInvalid: refusal('csrf-invalid', 403, 'Phiên làm việc không khớp. Hãy tải lại trang rồi thử lại.'),
  forbidden: refusal('forbidden', 403, 'Tài khoản của bạn không được làm việc này.'),
  wrongClient: refusal('wrong-client', 401, 'Mã chương trình hoặc khóa bí mật không đúng. Hãy kiểm tra lại cấu hình.'),
  tokenInvalid: refusal('token-invalid', 401, 'Mã truy cập không đúng hoặc đã hết hạn. Hãy lấy mã mới rồi gọi lại.'),
  // ── campaigns
  definitionUnknown: refusal('definition-unknown', 404, 'Không có bộ định nghĩa khảo sát với mã này.'),
  definitionInvalid: refusal(
    'definition-invalid',
    422,
    'Bộ định nghĩa khảo sát chưa khớp. Hãy sửa các mục được chỉ ra.',
  ),
  campaignUnknown: refusal('campaign-unknown', 404, 'Không có đợt điều tra với mã này.'),
  campaignExists: refusal('campaign-exists', 409, 'Đã có đợt điều tra với mã này. Hãy chọn mã khác.'),
  campaignNotDraft: refusal(
    'campaign-not-draft',
    409,
    'Đợt điều tra đã mở, không sửa được danh sách hay nội dung nữa.',
  ),
  campaignNotOpen: refusal('campaign-not-open', 409, 'Đợt điều tra chưa mở.'),
  campaignNotClosed: refusal('campaign-not-closed', 409, 'Đợt điều tra chưa đóng. Hãy đóng trước khi chốt kết quả.'),
  campaignPaused: refusal(
    'campaign-paused',
    409,
    'Đợt điều tra đang tạm dừng nhận phiếu. Phiếu được giữ lại và sẽ tự gửi sau.',
  ),
  campaignClosed: refusal('campaign-closed', 409, 'Đợt điều tra đã kết thúc, không nhận thêm phiếu.'),
  campaignBusy: refusal(
    'campaign-busy',
    409,
    'Một thao tác khác đang chạy trên đợt điều tra này. Hãy đợi xong rồi thử lại.',
  ),
  closesAtPast: refusal('closes-at-past', 422, 'Hạn kết thúc phải ở sau thời điểm hiện tại.'),
  sendingHoursAny: refusal('sending-hours-any', 422, 'Không được bỏ giới hạn giờ gửi trên hệ thống thật.'),
  minimumCellLow: refusal('minimum-cell-low', 422, 'Số phiếu tối thiểu để công bố không được dưới 3.'),
  rosterEmpty: refusal('roster-empty', 409, 'Chưa có ai trong danh sách. Hãy nhập danh sách trước khi mở.'),
  unitTooSmall: refusal(
    'unit-too-small',
    409,
    'Có đơn vị quá ít người được mời nên không giữ được ẩn danh. Hãy thêm người hoặc bỏ đơn vị đó khỏi danh sách.',
  ),
  // ── roster
  fileMissing: refusal('file-missing', 400, 'Chưa có tệp nào được gửi lên.'),
  fileUnreadable: refusal(
    'file-unreadable',
    422,
    'Không đọc được tệp. Hãy lưu lại thành .xlsx hoặc .csv (UTF-8) rồi thử lại.',
  ),
  headerMissing: refusal('header-missing', 422, 'Không tìm thấy dòng tiêu đề có các cột bắt buộc.'),
  severalRosters: refusal(
    'several-rosters',
    422,
    'Tệp có nhiều trang tính đều là danh sách. Hãy gộp vào một trang hoặc xóa các trang thừa.',
  ),
  rosterRejected: refusal(
    'roster-rejected',
    422,
    'Có dòng chưa đúng nên chưa nhập gì cả. Hãy sửa rồi tải lại, hoặc chọn chỉ nhập các dòng đúng.',
  ),
  personInvalid: refusal('person-invalid', 422, 'Có mục chưa đúng nên chưa ghi gì. Hãy sửa các mục được chỉ ra.'),
  // ── delivery
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
  closesAtNotLater: refusal(
    'closes-at-not-later',
    409,
    'Hạn mới phải ở sau hạn hiện tại. Hãy xem lại hạn: có thể người khác vừa gia hạn.',
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
  // ── respondents
  linkUnknown: refusal(
    'link-unknown',
    404,
    'Đường dẫn này không đúng hoặc đã bị thay. Hãy mở lại từ tin nhắn mới nhất.',
  ),
  invitationUnknown: refusal('invitation-unknown', 404, 'Đường dẫn này không có phiếu được chọn.'),
  consentOutdated: refusal(
    'consent-outdated',
    409,
    'Thông báo về dữ liệu cá nhân đã đổi. Hãy tải lại trang để đọc bản mới.',
  ),
  credentialIssued: refusal(
    'credential-issued',
    409,
    'Phiếu này đã được trả lời từ một thiết bị khác. Mỗi người chỉ trả lời một lần.',
  ),
  blindedInvalid: refusal('blinded-invalid', 422, 'Thiết bị gửi dữ liệu chưa đúng. Hãy tải lại trang rồi thử lại.'),
  stratumUnknown: refusal('stratum-unknown', 404, 'Không có hòm phiếu này.'),
  signatureInvalid: refusal('signature-invalid', 403, 'Giấy xác nhận không hợp lệ. Hãy tải lại trang rồi gửi lại.'),
  responseExists: refusal('response-exists', 409, 'Giấy xác nhận này đã dùng cho một phiếu khác.'),
  answersInvalid: refusal('answers-invalid', 422, 'Có câu chưa trả lời đúng. Hãy xem lại các câu được chỉ ra.'),
  responsesUnreadable: refusal(
    'responses-unreadable',
    409,
    'Có phiếu trong hòm không mở được: SECRET_KEY không phải khóa đã dùng khi nhận phiếu. Hãy khôi phục đúng khóa rồi thử lại.',
  ),
  receiptsNotPublic: refusal(
    'receipts-not-public',
    409,
    'Danh sách biên nhận được công bố sau khi đợt điều tra kết thúc.',
  ),
  // ── sampling
  sampleEmpty: refusal('sample-empty', 422, 'Không có ai được chọn. Hãy xem lại danh sách và cách tính cỡ mẫu.'),
  sampleUnknown: refusal('sample-unknown', 404, 'Đợt điều tra này không có lần rút mẫu đó. Hãy tải lại trang.'),
  rosterNotEmpty: refusal(
    'roster-not-empty',
    409,
    'Danh sách đã có người nên chưa rút gì cả. Hãy chọn bỏ danh sách hiện có hoặc thêm vào danh sách đó.',
  ),
  // ── privacy
  requestUnknown: refusal('request-unknown', 404, 'Không có yêu cầu này trong đợt điều tra.'),
  requestClosed: refusal(
    'request-closed',
    409,
    'Yêu cầu này đã được giải quyết rồi. Hãy tải lại trang để xem kết quả.',
  ),
  requestKind: refusal('request-kind', 409, 'Việc này không đúng với loại yêu cầu đã ghi. Hãy ghi một yêu cầu mới.'),
  requestWithoutPerson: refusal(
    'request-without-person',
    409,
    'Yêu cầu này chưa gắn với ai trong danh sách. Hãy ghi yêu cầu mới và chọn đúng người, hoặc kết thúc bằng lời giải thích.',
  ),
  receivedLater: refusal('received-later', 422, 'Ngày nhận yêu cầu chưa tới. Hãy ghi ngày đã nhận.'),
  eraseUnconfirmed: refusal('erase-unconfirmed', 422, 'Chưa xác nhận. Hãy gõ đúng chữ “xóa”.'),
  purgeUnconfirmed: refusal('purge-unconfirmed', 422, 'Chưa xác nhận. Hãy gõ đúng mã của đợt điều tra.'),
  purgeNothingDue: refusal('purge-nothing-due', 409, 'Chưa có gì đến hạn xóa. Hãy xem ngày đến hạn của từng quy tắc.'),
  // ── index
  definitionSource: refusal(
    'definition-source',
    422,
    'Hãy chọn một trong hai: một bộ định nghĩa có sẵn, hoặc một đợt điều tra trước để lấy theo.',
  ),
  definitionChanged: refusal(
    'definition-changed',
    409,
    'Nội dung vừa được người khác lưu một bản mới; thay đổi của bạn chưa được ghi. Hãy xem bản mới rồi lưu lại.',
  ),
  unitInUse: refusal(
    'unit-in-use',
    409,
    'Có đơn vị hoặc nhóm đang có người trong danh sách nên không bỏ hay đổi mã được. Hãy sửa danh sách trước.',
  ),
  versionUnknown: refusal('version-unknown', 404, 'Không có bản này trong đợt điều tra. Hãy tải lại trang.'),
  blockUnknown: refusal('block-unknown', 404, 'Không có khối hoặc nhóm này trong đợt điều tra. Hãy tải lại trang.'),
  questionsInvalid: refusal(
    'questions-invalid',
    422,
    'Bảng câu hỏi có chỗ chưa đúng nên chưa ghi gì cả. Hãy sửa các ô được chỉ ra rồi tải lại.',
  ),
  notASpreadsheet: refusal(
    'not-a-spreadsheet',
    422,
    'Tệp này không phải bảng tính Excel, hoặc đã hỏng. Hãy tải mẫu về và điền vào mẫu.',
  ),
  campaignNotFinal: refusal(
    'campaign-not-final',
    409,
    'Đợt điều tra chưa chốt kết quả. Hãy chốt kết quả trước rồi làm lại việc này.',
  ),
  resultUnknown: refusal('result-unknown', 404, 'Không có kết quả đã chốt nào với mã băm này. Hãy kiểm tra lại mã.'),
  indexNotConfigured: refusal(
    'index-not-configured',
    409,
    'Bộ định nghĩa của đợt này không có phần tính Chỉ số nên không làm được việc này.',
  ),
  indexFrozen: refusal(
    'index-frozen',
    409,
    'Chỉ số của đợt này đã chốt nên không nhận thêm điểm hay kết quả năm trước nữa.',
  ),
  scoresFrozen: refusal(
    'scores-frozen',
    409,
    'Kết quả khảo sát của đợt này đã chốt và đã có điểm của nguồn này, nên không nhận bản khác. Điểm của các đơn vị đã có phải giữ đúng như lúc chốt.',
  ),
  secondAppraisalExists: refusal('second-appraisal-exists', 409, 'Đã có thẩm định lần 2; hãy sửa ở lần 2.'),
  pointsKindInvalid: refusal(
    'points-kind-invalid',
    422,
    'Loại điểm, nguồn điểm hoặc vòng thẩm định không có trong đợt này. Hãy chọn lại.',
  ),
  pointsInvalid: refusal(
    'points-invalid',
    422,
    'Bảng điểm có chỗ chưa đúng nên chưa nhập gì cả. Hãy sửa các ô được chỉ ra rồi tải lại.',
  ),
  pointsChanged: refusal(
    'points-changed',
    409,
    'Người khác vừa nhập một bản mới của bảng điểm này; chưa ghi gì. Hãy tải lại, xem bản mới rồi nhập lại nếu cần.',
  ),
  pointsUnknown: refusal('points-unknown', 404, 'Không có bản điểm này trong đợt điều tra.'),
  reasonMissing: refusal('reason-missing', 422, 'Hãy ghi lý do nhập (ít nhất 3 ký tự) trước khi nhập thật.'),
  pastInvalid: refusal(
    'past-invalid',
    422,
    'Kết quả năm trước có chỗ chưa đúng nên chưa nhập gì cả. Hãy sửa các ô được chỉ ra rồi tải lại.',
  ),
  fieldUnknown: refusal('field-unknown', 404, 'Báo cáo không có mục này. Hãy tải lại trang.'),
  fieldInvalid: refusal('field-invalid', 422, 'Nội dung của mục này chưa đúng nên chưa lưu. Hãy sửa chỗ được chỉ ra.'),
  fieldChanged: refusal(
    'field-changed',
    409,
    'Mục này vừa được người khác sửa; nội dung của bạn chưa được lưu. Hãy xem bản mới rồi sửa tiếp.',
  ),
  indexIncomplete: refusal(
    'index-incomplete',
    409,
    'Chưa chốt được Chỉ số vì còn thiếu điểm thẩm định hoặc điểm từ nguồn khác. Hãy nhập đủ điểm cho các đơn vị được chỉ ra rồi chốt lại.',
  ),
  scopeMissing: refusal(
    'scope-missing',
    403,
    'Chương trình này chưa được phép làm việc đó. Quản trị viên cấp quyền khi đăng ký chương trình.',
  ),
  indexNotFrozen: refusal(
    'index-not-frozen',
    409,
    'Chỉ số của đợt này chưa được chốt nên chưa công bố được. Hãy chốt Chỉ số trước.',
  ),
  choicesContradict: refusal(
    'choices-contradict',
    422,
    'Các mục chọn công bố chưa đi được với nhau. Hãy xem lại những mục được chỉ ra.',
  ),
  publishUnconfirmed: refusal('publish-unconfirmed', 422, 'Hãy gõ đúng “công bố” để xác nhận.'),
  withdrawUnconfirmed: refusal('withdraw-unconfirmed', 422, 'Hãy gõ đúng “gỡ xuống” để xác nhận.'),
  notPublished: refusal('not-published', 409, 'Kết quả này hiện không được công bố nên không có gì để gỡ xuống.'),
  pastCampaignUnsuitable: refusal(
    'past-campaign-unsuitable',
    422,
    'Không có đợt nào mang mã này có Chỉ số đã chốt của đúng năm liền trước.',
  ),
} as const

/** Refusals of campaigns/: definitions and the life of a campaign. */
import { refusal } from './refusal.ts'

export const campaignRefusals = {
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
  closesAtNotLater: refusal(
    'closes-at-not-later',
    409,
    'Hạn mới phải ở sau hạn hiện tại. Hãy xem lại hạn: có thể người khác vừa gia hạn.',
  ),
  definitionSource: refusal(
    'definition-source',
    422,
    'Hãy chọn một trong hai: một bộ định nghĩa có sẵn, hoặc một đợt điều tra trước để lấy theo.',
  ),
} as const

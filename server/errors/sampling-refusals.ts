/** Refusals of sampling/. */
import { refusal } from './refusal.ts'

export const samplingRefusals = {
  sampleEmpty: refusal('sample-empty', 422, 'Không có ai được chọn. Hãy xem lại danh sách và cách tính cỡ mẫu.'),
  sampleUnknown: refusal('sample-unknown', 404, 'Đợt điều tra này không có lần rút mẫu đó. Hãy tải lại trang.'),
  rosterNotEmpty: refusal(
    'roster-not-empty',
    409,
    'Danh sách đã có người nên chưa rút gì cả. Hãy chọn bỏ danh sách hiện có hoặc thêm vào danh sách đó.',
  ),
} as const

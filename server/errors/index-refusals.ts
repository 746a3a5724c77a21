/** Refusals of index/: points from outside, results of the year before, the index, its report and its publication. */
import { refusal } from './refusal.ts'

export const indexRefusals = {
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

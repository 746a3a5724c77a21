/**
 * What officers write into the report, field by field: everything that no stored figure can say. `text` may have
 * paragraphs; `line` is one line; `lines` is a list, a line each; `json` is judged by compose-lists.ts. Pure.
 */

export type FieldKind = 'text' | 'line' | 'lines' | 'json'
type Field = { title: string; kind: FieldKind; hint: string }

export const FIELDS = {
  'co-quan-chu-quan': {
    title: 'Cơ quan chủ quản',
    kind: 'line',
    hint: 'Tên cơ quan cấp trên, in ở góc trái trang đầu. Ví dụ: ỦY BAN NHÂN DÂN TỈNH …',
  },
  'co-quan': {
    title: 'Cơ quan ban hành',
    kind: 'line',
    hint: 'Tên cơ quan ban hành báo cáo. Để trống thì lấy tên cơ quan tổ chức đợt điều tra.',
  },
  'so-van-ban': {
    title: 'Số, ký hiệu',
    kind: 'line',
    hint: 'Ví dụ: 25/BC-SNV. Để trống thì in dòng chấm để điền tay.',
  },
  'dia-danh': { title: 'Địa danh', kind: 'line', hint: 'Nơi ban hành, in trước ngày tháng: tên tỉnh hoặc thành phố.' },
  'ngay-van-ban': {
    title: 'Ngày ban hành',
    kind: 'line',
    hint: 'Viết ngày/tháng/năm. Ví dụ: 15/01/2025. Để trống thì in dòng chấm để điền tay.',
  },
  'ten-bao-cao': {
    title: 'Trích yếu',
    kind: 'line',
    hint: 'Tên của báo cáo, in dưới chữ BÁO CÁO. Để trống thì máy đặt theo năm và các khối.',
  },
  'mo-dau': {
    title: 'Mở đầu',
    kind: 'text',
    hint: 'Căn cứ, lý do và mục đích của báo cáo; đứng trước mục I.',
  },
  documents: {
    title: 'Các văn bản làm căn cứ',
    kind: 'json',
    hint: 'Danh sách văn bản: nội dung, số và ký hiệu, ngày ban hành.',
  },
  steps: {
    title: 'Các bước đã thực hiện',
    kind: 'json',
    hint: 'Danh sách các bước với ngày, hoặc từ ngày đến ngày.',
  },
  'trien-khai-tu-danh-gia': {
    title: 'Công tác tự đánh giá, chấm điểm',
    kind: 'text',
    hint: 'Hướng dẫn tự đánh giá (số, ngày văn bản), cách nộp điểm và tài liệu kiểm chứng, ngày hoàn thành.',
  },
  'trien-khai-tham-dinh': {
    title: 'Công tác thẩm định, đối chiếu kết quả',
    kind: 'text',
    hint: 'Hội đồng và Tổ giúp việc, các bước thẩm định, việc giải trình và giám sát.',
  },
  'trien-khai-dieu-tra': {
    title: 'Tổ chức điều tra xã hội học',
    kind: 'text',
    hint: 'Kế hoạch điều tra (số, ngày văn bản), các kênh gửi phiếu, việc giám sát, đơn vị khảo sát người dân.',
  },
  'doi-tuong-dieu-tra': {
    title: 'Đối tượng điều tra xã hội học',
    kind: 'text',
    hint: 'Cách chọn người được hỏi và cỡ mẫu. Danh sách các nhóm đối tượng đã có sẵn ở trên.',
  },
  'boi-canh': {
    title: 'Bối cảnh của năm',
    kind: 'text',
    hint: 'Tình hình chung và sự chỉ đạo trong năm, trước khi nêu kết quả.',
  },
  'nhan-xet-ket-qua': {
    title: 'Những kết quả đạt được',
    kind: 'text',
    hint: 'Nhận xét về kết quả cải cách hành chính và việc xác định Chỉ số. Các con số chính đã có sẵn ở trên.',
  },
  'ton-tai-han-che': {
    title: 'Tồn tại, hạn chế',
    kind: 'text',
    hint: 'Tồn tại trong tự đánh giá, thẩm định và trong từng lĩnh vực cải cách hành chính.',
  },
  'nguyen-nhan': { title: 'Nguyên nhân', kind: 'text', hint: 'Nguyên nhân của các tồn tại, hạn chế.' },
  'phuong-huong': {
    title: 'Phương hướng thời gian tới',
    kind: 'text',
    hint: 'Nhiệm vụ của các đơn vị, đề nghị với các cơ quan phối hợp, nhiệm vụ của cơ quan thường trực.',
  },
  'noi-nhan': {
    title: 'Nơi nhận',
    kind: 'lines',
    hint: 'Mỗi nơi nhận một dòng, không cần gạch đầu dòng và dấu chấm phẩy. Ví dụ: Bộ Nội vụ',
  },
  'chuc-vu-nguoi-ky': {
    title: 'Quyền hạn, chức vụ người ký',
    kind: 'lines',
    hint: 'Mỗi dòng in một dòng trên chữ ký. Ví dụ: KT. GIÁM ĐỐC, dòng dưới PHÓ GIÁM ĐỐC',
  },
  'nguoi-ky': { title: 'Họ và tên người ký', kind: 'line', hint: 'Để trống thì in dòng chấm để điền tay.' },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof FIELDS
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[]
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELDS, name)

/** Characters a field may have. */
export const MAX_FIELD_LENGTH = 50_000

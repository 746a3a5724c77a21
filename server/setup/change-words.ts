/** What can change from one version of a definition to the next, in words. `{0}`, `{1}`… stand for a change's values. Pure. */
import type { ChangeView } from './schemas.ts'

const WORDS = {
  title: 'Tên đợt: “{0}” → “{1}”',
  year: 'Năm: {0} → {1}',
  slug: 'Mã bộ định nghĩa: “{0}” → “{1}”',
  'organizer-name': 'Cơ quan tổ chức: “{0}” → “{1}”',
  'organizer-phone': 'Số điện thoại liên hệ: “{0}” → “{1}”',
  'organizer-email': 'Thư điện tử liên hệ: “{0}” → “{1}”',
  'survey-max': 'Điểm tối đa của khảo sát: {0} → {1}',
  'minimum-cell': 'Số phiếu tối thiểu để công bố: {0} → {1}',
  'notice-version': 'Thông báo về dữ liệu cá nhân: bản “{0}” → “{1}”',
  'notice-text': 'Sửa nội dung thông báo về dữ liệu cá nhân',
  'level-added': 'Thêm mức “{0}” (hệ số {1})',
  'level-removed': 'Bỏ mức “{0}”',
  'level-name': 'Mức {0}: tên “{1}” → “{2}”',
  'level-share': 'Mức “{0}”: hệ số {1} → {2}',
  'levels-order': 'Đổi thứ tự các mức',
  'no-opinion': 'Câu trả lời không ý kiến: “{0}” → “{1}”',
  'index-added': 'Thêm phần tính Chỉ số',
  'index-removed': 'Bỏ phần tính Chỉ số',
  'index-total': 'Tổng điểm của Chỉ số: {0} → {1}',
  'index-ties': 'Sửa cách xếp hạng khi bằng điểm',
  'index-classes': 'Sửa các loại của Chỉ số: {0} → {1}',
  'block-added': 'Thêm khối “{0}”',
  'block-removed': 'Bỏ khối “{0}”',
  'block-name': 'Khối {0}: tên “{1}” → “{2}”',
  'block-weighting': '{0}: sửa cách gộp điểm của các nhóm',
  'blocks-order': 'Đổi thứ tự các khối',
  'unit-added': '{0}: thêm đơn vị “{1}”',
  'unit-removed': '{0}: bỏ đơn vị “{1}”',
  'unit-name': 'Đơn vị {1} ({0}): tên “{2}” → “{3}”',
  'unit-aliases': 'Đơn vị “{1}” ({0}): sửa các tên gọi khác',
  'unit-predecessors': 'Đơn vị “{1}” ({0}): sửa đơn vị tiền thân',
  'units-order': '{0}: đổi thứ tự các đơn vị',
  'group-added': '{0}: thêm nhóm “{1}”',
  'group-removed': '{0}: bỏ nhóm “{1}”',
  'group-name': 'Nhóm {1} ({0}): tên “{2}” → “{3}”',
  'group-aliases': 'Nhóm “{1}” ({0}): sửa các tên gọi khác',
  'group-weight': 'Nhóm “{1}” ({0}): trọng số {2} → {3}',
  'groups-order': '{0}: đổi thứ tự các nhóm',
  'source-added': '{0}: thêm nguồn điểm “{1}” ({2} điểm)',
  'source-removed': '{0}: bỏ nguồn điểm “{1}”',
  'source-name': 'Nguồn điểm {1} ({0}): tên “{2}” → “{3}”',
  'source-max': 'Nguồn điểm “{1}” ({0}): điểm tối đa {2} → {3}',
  'source-origin': 'Nguồn điểm “{1}” ({0}): sửa nơi lấy điểm',
  'sources-order': '{0}: đổi thứ tự các nguồn điểm',
  'domain-added': '{0}: thêm lĩnh vực “{1}”',
  'domain-removed': '{0}: bỏ lĩnh vực “{1}”',
  'domain-name': 'Lĩnh vực {1} ({0}): tên “{2}” → “{3}”',
  'domains-order': '{0}: đổi thứ tự các lĩnh vực',
  'criterion-added': '{0}: thêm tiêu chí {1} “{2}” ({3} điểm)',
  'criterion-removed': '{0}: bỏ tiêu chí {1} “{2}” ({3} điểm)',
  'criterion-name': 'Tiêu chí {1} ({0}): tên “{2}” → “{3}”',
  'criterion-max': 'Tiêu chí {1} ({0}): điểm tối đa {2} → {3}',
  'criterion-domain': 'Tiêu chí {1} ({0}): lĩnh vực {2} → {3}',
  'criterion-source': 'Tiêu chí {1} ({0}): nguồn điểm {2} → {3}',
  'criterion-question': 'Tiêu chí {1} ({0}): tính điểm ở câu hỏi khác',
  'criteria-order': '{0}: đổi thứ tự các tiêu chí',
  'question-added': '{0}: thêm câu hỏi “{1}”',
  'question-removed': '{0}: bỏ câu hỏi “{1}”',
  'question-title': '{0}: câu hỏi “{1}” → “{2}”',
  'question-description': 'Câu hỏi “{1}” ({0}): sửa phần giải thích',
  'question-required': 'Câu hỏi “{1}” ({0}): nay bắt buộc trả lời',
  'question-optional': 'Câu hỏi “{1}” ({0}): nay không bắt buộc',
  'question-audience': 'Câu hỏi “{1}” ({0}): người được hỏi {2} → {3}',
  'question-choices': 'Câu hỏi “{1}” ({0}): sửa các lựa chọn',
  'question-other': 'Câu hỏi “{1}” ({0}): sửa cách hỏi',
  'question-order': 'Nhóm “{1}” ({0}): đổi thứ tự câu hỏi',
  'questionnaire-other': 'Nhóm “{1}” ({0}): sửa tên phiếu hoặc cách chia trang',
  'set-added': 'Bộ tiêu chí của Chỉ số ({0}): thêm {1} “{2}” ({3} điểm)',
  'set-removed': 'Bộ tiêu chí của Chỉ số ({0}): bỏ {1} “{2}” ({3} điểm)',
  'set-name': 'Bộ tiêu chí của Chỉ số ({0}): {1} tên “{2}” → “{3}”',
  'set-max': 'Bộ tiêu chí của Chỉ số ({0}): {1} điểm tối đa {2} → {3}',
  'set-other': 'Bộ tiêu chí của Chỉ số ({0}): sửa {1}',
  'set-begun': 'Bộ tiêu chí của Chỉ số ({0}): thêm cả bộ',
  'set-ended': 'Bộ tiêu chí của Chỉ số ({0}): bỏ cả bộ',
  other: 'Sửa phần khác của bộ định nghĩa',
  more: 'Và {0} thay đổi khác',
} as const

export type ChangeCode = keyof typeof WORDS

/** Longer texts are cut: a change is told in one line. */
const LONGEST = 120

export function change(code: ChangeCode, ...given: string[]): ChangeView {
  const values = given.map((text) => (text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text))
  return { code, values, words: WORDS[code].replace(/\{(\d)\}/g, (_, place: string) => values[Number(place)] ?? '') }
}

/** Every code with its Vietnamese words, for whoever says them in another language. */
export const changeCodes = Object.keys(WORDS) as ChangeCode[]

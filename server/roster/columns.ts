/** The columns of a roster and the headings people give them (CONTRACT "Staff", domain/README "Data habits"). Pure. */
import { createHeadingMatcher } from '../sheets/match-heading.ts'

export const FIELDS = {
  name: 'Họ và tên',
  email: 'Email',
  phone: 'Số điện thoại',
  unit: 'Đơn vị',
  group: 'Nhóm',
  position: 'Chức vụ',
  code: 'Mã',
} as const
export type Field = keyof typeof FIELDS

/** What a column may hold: a field, or one half of a name in two columns. */
export const KINDS = ['name', 'familyName', 'givenName', 'email', 'phone', 'unit', 'group', 'position', 'code'] as const
export type ColumnKind = (typeof KINDS)[number]

/** The field that a report's column title stands for. */
export const fieldOfTitle = (title: string): Field | undefined =>
  (Object.keys(FIELDS) as Field[]).find((field) => FIELDS[field] === title)

/**
 * Headings by kind, the surest first: where a list has both "Đơn vị được đánh giá" and "Đơn vị công tác", the first is
 * the unit rated. Written as people write them; compared by sheets/heading-key.ts.
 */
const HEADINGS: Record<ColumnKind, string[]> = {
  name: [
    'Họ và tên',
    'Họ tên',
    'Họ, tên',
    'Họ và tên người được khảo sát',
    'Họ và tên đối tượng khảo sát',
    'Họ và tên người trả lời',
    'Họ và tên cán bộ',
    'Họ và tên cán bộ công chức',
    'Họ và tên cán bộ công chức viên chức',
    'Họ và tên CBCC',
    'Họ và tên CBCCVC',
    'Tên đầy đủ',
    'Họ tên đầy đủ',
    'Full name',
    'Name',
  ],
  familyName: ['Họ đệm', 'Họ và đệm', 'Họ và tên đệm', 'Họ tên đệm', 'Họ lót', 'Họ và chữ đệm', 'Họ'],
  givenName: ['Tên', 'Tên gọi'],
  email: [
    'Email',
    'Thư điện tử',
    'Địa chỉ email',
    'Địa chỉ thư điện tử',
    'Hộp thư điện tử',
    'Hộp thư',
    'Hòm thư',
    'Hòm thư điện tử',
    'Hòm thư công vụ',
    'Email công vụ',
    'Thư điện tử công vụ',
    'Hộp thư công vụ',
    'Email cá nhân',
    'Email liên hệ',
    'Gmail',
    'Mail',
    'Email address',
  ],
  phone: [
    'Số điện thoại',
    'Số điện thoại di động',
    'Điện thoại di động',
    'Di động',
    'Số di động',
    'ĐTDĐ',
    'ĐT di động',
    'Số ĐT di động',
    'Số Zalo',
    'Số điện thoại Zalo',
    'Zalo',
    'SĐT',
    'Số ĐT',
    'Điện thoại',
    'Điện thoại liên hệ',
    'Số điện thoại liên hệ',
    'Số máy',
    'ĐT',
    'Mobile',
    'Phone',
    'Tel',
  ],
  unit: [
    'Đơn vị được đánh giá',
    'Đơn vị đánh giá',
    'Cơ quan, đơn vị được đánh giá',
    'Cơ quan được đánh giá',
    'Đơn vị được khảo sát',
    'Đơn vị khảo sát',
    'Đơn vị được điều tra',
    'Đơn vị',
    'Tên đơn vị',
    'Mã đơn vị',
    'Cơ quan, đơn vị',
    'Tên cơ quan, đơn vị',
    'Cơ quan',
    'Tên cơ quan',
    'Cơ quan/Tổ chức',
    'Đơn vị công tác',
    'Cơ quan công tác',
    'Cơ quan, đơn vị công tác',
    'Nơi công tác',
    'Unit',
  ],
  group: [
    'Nhóm',
    'Nhóm đối tượng',
    'Nhóm đối tượng khảo sát',
    'Nhóm khảo sát',
    'Tên nhóm',
    'Mã nhóm',
    'Đối tượng',
    'Đối tượng khảo sát',
    'Loại đối tượng',
    'Group',
  ],
  position: [
    'Chức vụ',
    'Chức danh',
    'Chức vụ, chức danh',
    'Chức vụ/Chức danh',
    'Chức vụ hiện tại',
    'Vị trí',
    'Position',
  ],
  code: [
    'Mã',
    'Mã số',
    'Mã đối tượng',
    'Mã cán bộ',
    'Mã công chức',
    'Mã CBCC',
    'Mã CBCCVC',
    'Mã nhân viên',
    'Số hiệu',
    'Code',
  ],
}

/** The column that a heading names, `rank` 0 the surest; a remark in brackets or after a line break may follow it. */
export const matchHeading = createHeadingMatcher(HEADINGS)

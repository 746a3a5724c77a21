/** What a column of a roster may hold, in words; and the columns of a report by their titles. */
import type { ColumnKind } from '../../../shared/roster-types.ts'
import { lookUp, t } from '../../words/t.ts'

export const KIND_NAMES: Record<ColumnKind, string> = {
  name: t`Họ và tên`,
  familyName: t`Họ đệm`,
  givenName: t`Tên`,
  email: t`Email`,
  phone: t`Số điện thoại`,
  unit: t`Đơn vị`,
  group: t`Nhóm`,
  position: t`Chức vụ`,
  code: t`Mã`,
}
export const KINDS = Object.keys(KIND_NAMES) as ColumnKind[]

/** A title that the server says ("Email hoặc Số điện thoại" for one of two). */
export const columnName = (title: string): string => lookUp(`roster-column:${title}`) ?? title

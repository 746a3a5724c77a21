import type { Role } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'

export const ROLE_NAMES: Record<Role, string> = {
  admin: t`Quản trị`,
  officer: t`Cán bộ điều hành`,
  unit: t`Đầu mối đơn vị`,
  auditor: t`Giám sát`,
}

/** A role with what it may do, and the unit of a unit's contact. */
import '@mantine/core/styles/Radio.css'
import { NativeSelect, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Role } from '../../../shared/api-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { ROLE_NAMES } from '../../shared/role-names.ts'
import { t } from '../../words/t.ts'
import { unitsQuery } from './accounts-queries.ts'

export type RoleChoice = { role: Role; unit: string }

const ROLES: { role: Role; may: string }[] = [
  { role: 'officer', may: t`Thiết lập, gửi phiếu, xem kết quả; không quản lý tài khoản.` },
  { role: 'unit', may: t`Chỉ xem tỷ lệ trả lời của đơn vị mình.` },
  { role: 'auditor', may: t`Xem mọi thứ trừ câu trả lời; không thay đổi gì.` },
  { role: 'admin', may: t`Mọi việc, kể cả tài khoản và chương trình. Cần xác thực hai lớp.` },
]

type RoleFieldsProps = { value: RoleChoice; onChange: (value: RoleChoice) => void }

export function RoleFields({ value, onChange }: RoleFieldsProps) {
  const units = useQuery(unitsQuery)
  return (
    <>
      <Radio.Group
        label={t`Vai trò`}
        value={value.role}
        onChange={(role) => onChange({ ...value, role: role as Role })}
      >
        <Stack gap={10} mt={8}>
          {ROLES.map(({ role, may }) => (
            <Radio key={role} value={role} label={ROLE_NAMES[role]} description={may} />
          ))}
        </Stack>
      </Radio.Group>
      {value.role === 'unit' && (
        <>
          <NativeSelect
            label={t`Đơn vị`}
            required
            withAsterisk={false}
            value={value.unit}
            onChange={(event) => onChange({ ...value, unit: event.currentTarget.value })}
            data={[
              { value: '', label: t`Chọn đơn vị` },
              ...(units.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <ErrorNote error={units.error} onRetry={() => void units.refetch()} />
        </>
      )}
    </>
  )
}

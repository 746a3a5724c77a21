/** Corrects a name, a position, an address; the refusal stands beside its field. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ApiError } from '../../../shared/call-api.ts'
import type { PersonCard, PrivacyRequests } from '../../../shared/privacy-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { localPhone } from '../../shared/phone-words.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'

const FIELDS = ['name', 'position', 'email', 'phone'] as const
type Field = (typeof FIELDS)[number]

const LABELS: Record<Field, string> = {
  name: t`Họ và tên`,
  position: t`Chức vụ`,
  email: t`Thư điện tử`,
  phone: t`Số điện thoại`,
}

type CorrectFormProps = { code: string; id: string; person: PersonCard; onCancel: () => void }

export function CorrectForm({ code, id, person, onCancel }: CorrectFormProps) {
  const before: Record<Field, string> = {
    name: person.name,
    position: person.position ?? '',
    email: person.email ?? '',
    phone: localPhone(person.phone ?? ''),
  }
  const [values, setValues] = useState(before)
  const correct = useAct<PrivacyRequests>(code, `/privacy/requests/${encodeURIComponent(id)}/correct`)
  const problems = problemsOf(correct.error)
  const changed = FIELDS.filter((field) => values[field].trim() !== before[field])
  const body = Object.fromEntries(
    changed.map((field) => [field, values[field].trim() || (field === 'name' ? '' : null)]),
  )
  return (
    <ActForm
      submit={t`Lưu và kết thúc yêu cầu`}
      busy={correct.isPending}
      disabled={changed.length === 0}
      error={Object.keys(problems).length === 0 ? correct.error : null}
      onSubmit={() => correct.mutate(body)}
      onCancel={onCancel}
    >
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={LABELS[field]}
          autoComplete="off"
          value={values[field]}
          error={problems[field]}
          onChange={(event) => {
            const { value } = event.currentTarget
            setValues((all) => ({ ...all, [field]: value }))
          }}
        />
      ))}
    </ActForm>
  )
}

function problemsOf(error: unknown): Partial<Record<Field, string>> {
  if (!(error instanceof ApiError) || !Array.isArray(error.details)) return {}
  return Object.fromEntries(
    error.details.flatMap(({ path, problem, suggestion }: { path?: Field; problem?: string; suggestion?: string }) =>
      path && problem && FIELDS.includes(path)
        ? [[path, suggestion ? `${problem}${t` Có phải ${suggestion}?`}` : problem]]
        : [],
    ),
  )
}

/** A new password, typed twice: nobody sees what they type. The server judges it. */
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../words/t.ts'

/** `onChange` gets the password when both are the same, null until then. */
type NewPasswordFieldsProps = { onChange: (password: string | null) => void; size?: 'sm' | 'md' }

export function NewPasswordFields({ onChange, size = 'sm' }: NewPasswordFieldsProps) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const tell = (one: string, other: string) => onChange(one !== '' && one === other ? one : null)
  const differ = second !== '' && !first.startsWith(second)
  const common = {
    autoComplete: 'new-password',
    required: true,
    withAsterisk: false,
    maxLength: 200,
    size,
    visibilityToggleButtonProps: { 'aria-label': t`Hiện hoặc ẩn mật khẩu` },
  }
  return (
    <>
      <PasswordInput
        {...common}
        label={t`Mật khẩu mới`}
        description={t`Ít nhất 12 ký tự. Vài từ ghép lại thành một câu là dễ nhớ nhất.`}
        minLength={12}
        value={first}
        onChange={(event) => {
          setFirst(event.currentTarget.value)
          tell(event.currentTarget.value, second)
        }}
      />
      <PasswordInput
        {...common}
        label={t`Gõ lại mật khẩu mới`}
        error={differ ? t`Hai lần gõ chưa giống nhau.` : undefined}
        value={second}
        onChange={(event) => {
          setSecond(event.currentTarget.value)
          tell(first, event.currentTarget.value)
        }}
      />
    </>
  )
}

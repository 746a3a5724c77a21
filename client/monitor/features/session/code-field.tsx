import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { t } from '../../words/t.ts'

/** `recovery`: one of the codes that were kept for a lost telephone, in place of the authenticator's six digits. */
type CodeFieldProps = { value: string; onChange: (code: string) => void; recovery?: boolean }

export function CodeField({ value, onChange, recovery = false }: CodeFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const kind = recovery
    ? {
        label: t`Mã khôi phục`,
        description: t`Một trong mười mã bạn đã cất khi bật xác thực hai lớp; mỗi mã dùng một lần.`,
        autoComplete: 'off',
        autoCapitalize: 'characters',
        spellCheck: false,
        maxLength: 40,
        pattern: '\\s*([0-9A-Za-z]{5}[\\- ]?){4}[0-9A-Za-z]{5}\\s*',
        onBlur: () => onChange(value.trim()),
      }
    : {
        label: t`Mã 6 số`,
        description: t`Mở ứng dụng xác thực trên điện thoại để xem mã.`,
        inputMode: 'numeric' as const,
        autoComplete: 'one-time-code',
        pattern: '[0-9]{6}',
        maxLength: 6,
      }
  return (
    <TextInput
      ref={field}
      {...kind}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => {
        const typed = event.currentTarget.value
        onChange(recovery ? typed.trimStart() : typed.replace(/\D/g, ''))
      }}
      size="md"
    />
  )
}

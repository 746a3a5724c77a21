import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { t } from '../../words/t.ts'

export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <TextInput
      ref={field}
      label={t`Mã 6 số`}
      description={t`Mở ứng dụng xác thực trên điện thoại để xem mã.`}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      maxLength={6}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ''))}
      size="md"
    />
  )
}

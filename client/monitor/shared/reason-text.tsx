import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { t } from '../words/t.ts'

const LONGEST = 500

type ReasonTextProps = {
  label: string
  description: string
  value: string
  onChange: (value: string) => void
  required?: boolean
}

/** A reason or a decision in a few words, that stays beside what it was given for. */
export function ReasonText({ label, description, value, onChange, required = false }: ReasonTextProps) {
  const [left, setLeft] = useState(false)
  return (
    <Textarea
      label={label}
      withAsterisk={required}
      aria-required={required}
      error={required && left && value.trim() === '' && t`Chưa ghi lý do.`}
      onBlur={() => setLeft(true)}
      description={description}
      autosize
      minRows={2}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

import { Textarea } from '@mantine/core'

const SHORTEST = 3
const LONGEST = 500

export const isReason = (text: string): boolean => text.trim().length >= SHORTEST

type ReasonFieldProps = { value: string; onChange: (value: string) => void; example: string }

/** Why a version is brought in; it stands in the log beside who did it. */
export function ReasonField({ value, onChange, example }: ReasonFieldProps) {
  return (
    <Textarea
      label="Lý do nhập bản này"
      description={`Ghi vào nhật ký cùng tên của bạn, ví dụ: ${example}.`}
      autosize
      minRows={2}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

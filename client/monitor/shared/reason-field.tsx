import { t } from '../words/t.ts'
import { ReasonText } from './reason-text.tsx'

const SHORTEST = 3

export const isReason = (text: string): boolean => text.trim().length >= SHORTEST

type ReasonFieldProps = { value: string; onChange: (value: string) => void; example: string }

/** Why a version is brought in; it stands in the log beside who did it. */
export const ReasonField = ({ example, ...field }: ReasonFieldProps) => (
  <ReasonText
    label={t`Lý do nhập bản này`}
    description={t`Ghi vào nhật ký cùng tên của bạn, ví dụ: ${example}.`}
    {...field}
  />
)

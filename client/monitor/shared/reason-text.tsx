import { Textarea } from '@mantine/core'

const LONGEST = 500

type ReasonTextProps = { label: string; description: string; value: string; onChange: (value: string) => void }

/** A reason or a decision in a few words, that stays beside what it was given for. */
export function ReasonText({ label, description, value, onChange }: ReasonTextProps) {
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

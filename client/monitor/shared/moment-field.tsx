/**
 * A date, or a date and an hour, typed as people in Vietnam write it: a browser's own field would speak the browser's
 * language. What was read is said back with its day of the week; how to write it is said once one leaves it unread.
 */
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { addDays, dayOf, formatDate, formatTime } from '../../shared/format-vi.ts'
import { t } from '../words/t.ts'
import { parseDay, parseMoment } from './parse-moment.ts'
import { weekdayWords } from './weekday-words.ts'

const FORTNIGHT = 14
const LAST_HOUR = '17:00'

/** A moment to begin with, and to write others like: two weeks from now, `30/11/2026 17:00`. */
export const momentAhead = (hour = LAST_HOUR): string =>
  `${formatDate(addDays(dayOf(Date.now()), FORTNIGHT))} ${hour}`.trim()

type MomentFieldProps = {
  /** As typed; read by parseMoment, or by parseDay where it is a `day` alone. */
  value: string
  onChange: (text: string) => void
  day?: boolean
  /** An empty field is unread too. */
  required?: boolean
  label?: string
  'aria-label'?: string
  description?: string
  /** What is wrong with what was read. */
  error?: ReactNode
  onEnter?: () => void
  'data-autofocus'?: boolean
}

export function MomentField(props: MomentFieldProps) {
  const { value, onChange, day = false, required = false, description, error, onEnter, ...rest } = props
  const [left, setLeft] = useState(false)
  const [sample] = useState(() => momentAhead(day ? '' : LAST_HOUR))
  const read = day ? parseDay(value) : parseMoment(value)
  const unread = read === null && (required || value.trim() !== '')
  const said = read && (day ? weekdayWords(read) : t`${weekdayWords(read)}, lúc ${formatTime(read)}`)
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      aria-required={required}
      placeholder={sample}
      description={said ?? description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      error={(unread && left && t`Hãy viết như ${sample}.`) || error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setLeft(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        setLeft(true)
        if (!onEnter) return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}

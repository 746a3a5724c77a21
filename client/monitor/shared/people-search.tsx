import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { t } from '../words/t.ts'
import { SearchIcon } from './icons.tsx'

/** So long nothing is typed before it is searched for. */
const TYPING_MS = 250

type PeopleSearchProps = {
  initial?: string | undefined
  /** Called with what is typed, without blanks around it, once typing rests. */
  onSearch: (search: string) => void
  /** Said above the field; without it the field's placeholder says what to type. */
  label?: string
  description?: ReactNode
  className?: string | undefined
}

/** Finds people by name, address, number or code. */
export function PeopleSearch({ initial = '', onSearch, label, description, className }: PeopleSearchProps) {
  const [typed, setTyped] = useState(initial)
  const search = useDebouncedCallback(onSearch, TYPING_MS)
  const named = label
    ? { label, description }
    : {
        'aria-label': t`Tìm theo tên, thư, số điện thoại hoặc Mã; không cần gõ dấu`,
        placeholder: t`Tên, thư, số điện thoại…`,
      }
  return (
    <TextInput
      {...named}
      className={className}
      leftSection={<SearchIcon size={16} />}
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value.trim())
      }}
    />
  )
}

/** Finds units of a table by name, and says how many of them it shows. */
import { TextInput } from '@mantine/core'
import { t } from '../words/t.ts'
import { SearchIcon } from './icons.tsx'
import classes from './unit-search.module.css'

type UnitSearchProps = { value: string; onChange: (typed: string) => void; shown: number; all: number }

export function UnitSearch({ value, onChange, shown, all }: UnitSearchProps) {
  return (
    <>
      <TextInput
        className={classes.search}
        aria-label={t`Tìm đơn vị, không cần gõ dấu`}
        placeholder={t`Tìm đơn vị, không cần gõ dấu`}
        leftSection={<SearchIcon />}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span className={classes.number} role="status">
        {shown === all ? t`${all} đơn vị` : t`${shown}/${all} đơn vị`}
      </span>
    </>
  )
}

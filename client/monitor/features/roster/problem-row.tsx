/** One place of the file that is wrong: where, what, what it probably means, and what to write instead. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { memo, useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { Correction } from '../../../shared/roster-types.ts'
import { t } from '../../words/t.ts'
import { columnName } from './column-names.ts'
import { correctionsOf, firstRows, type Place, skipsOf } from './group-problems.ts'
import classes from './problem-list.module.css'

type ProblemRowProps = {
  place: Place
  /** What was typed before, when the page was left. */
  kept: string | null
  skipped: boolean
  /** The id of the list of names that the cell may hold. */
  names: string | undefined
  /** The same names, to pick from where nothing was near enough to suggest. */
  choices: string[] | undefined
  busy: boolean
  onMend: (corrections: Correction[]) => void
  onUnmend: (corrections: Correction[]) => void
}

function rowsWords(rows: number[]): string {
  const { shown, more } = firstRows(rows)
  return more > 0 ? t`${shown.join(', ')} và ${formatCount(more)} dòng khác` : shown.join(', ')
}

/** Remembers itself: typing in one of two hundred must not draw the others. */
export const ProblemRow = memo(({ place, kept, skipped, names, choices, busy, onMend, onUnmend }: ProblemRowProps) => {
  const [typed, setTyped] = useState(kept ?? place.value)
  const write = (value: string) => {
    setTyped(value)
    if (value.trim() === place.value.trim()) onUnmend(correctionsOf(place, value))
    else onMend(correctionsOf(place, value))
  }
  const where = rowsWords(place.rows)
  const suggestions = place.suggestions.filter((suggestion) => suggestion !== typed)
  // A cell of several names is written by hand: one picked would take the place of all.
  const pick = choices && place.suggestions.length === 0 && !place.value.includes(';') ? choices : []
  return (
    <tr data-mended={kept !== null || skipped || undefined}>
      <td data-label={t`Dòng`}>{where}</td>
      <td data-label={t`Cột`}>{columnName(place.column)}</td>
      <td data-label={t`Giá trị`} className={classes.value}>
        {place.value || <span className={classes.blank}>{t`để trống`}</span>}
      </td>
      <td className={classes.words}>{place.message}</td>
      <td className={classes.mend}>
        <div className={classes.line}>
          <TextInput
            className={classes.field}
            aria-label={t`Sửa cột ${columnName(place.column)}, dòng ${where}`}
            autoComplete="off"
            spellCheck={false}
            list={names}
            value={typed}
            disabled={busy || skipped}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            disabled={busy}
            aria-label={skipped ? t`Lấy lại dòng ${where}` : t`Bỏ qua dòng ${where}`}
            onClick={() => (skipped ? onUnmend(skipsOf(place)) : onMend(skipsOf(place)))}
          >
            {skipped ? t`Lấy lại` : t`Bỏ qua`}
          </Button>
        </div>
        {!skipped && suggestions.length > 0 && (
          <div className={classes.suggestions}>
            {suggestions.map((suggestion) => (
              <Button
                key={suggestion}
                size="compact-xs"
                variant="default"
                disabled={busy}
                aria-label={t`Sửa dòng ${where} thành ${suggestion}`}
                onClick={() => write(suggestion)}
              >
                {suggestion}
              </Button>
            ))}
          </div>
        )}
        {!skipped && pick.length > 0 && (
          <NativeSelect
            className={classes.pick}
            size="xs"
            aria-label={t`Chọn cho cột ${columnName(place.column)}, dòng ${where}`}
            data={[{ value: '', label: t`Chọn trong danh sách…` }, ...pick]}
            value={pick.includes(typed) ? typed : ''}
            disabled={busy}
            onChange={(event) => event.currentTarget.value && write(event.currentTarget.value)}
          />
        )}
        {skipped && <p className={classes.blank}>{t`Dòng này không được nhập.`}</p>}
      </td>
    </tr>
  )
})
ProblemRow.displayName = 'ProblemRow'

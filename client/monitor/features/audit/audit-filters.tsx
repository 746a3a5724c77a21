import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AuditFacets } from '../../../../server/audit/schemas.ts'
import { formatDate } from '../../../shared/format-vi.ts'
import { actorWords } from '../../shared/actor-words.ts'
import { MomentField } from '../../shared/moment-field.tsx'
import { parseDay } from '../../shared/parse-moment.ts'
import { t } from '../../words/t.ts'
import { actionWords, isKnownAction } from './action-words.ts'
import classes from './audit.module.css'
import type { AuditFilter } from './audit-queries.ts'

type AuditFiltersProps = {
  filter: AuditFilter
  facets: AuditFacets | undefined
  /** The campaign whose page this is. */
  own: string | undefined
  whole: boolean
  onWhole: (whole: boolean) => void
  onChange: (filter: AuditFilter) => void
}

/** Who, what, which campaign, from when until when. */
export function AuditFilters({ filter, facets, own, whole, onWhole, onChange }: AuditFiltersProps) {
  const actions = (facets?.actions ?? [])
    .filter(isKnownAction)
    .map((value) => ({ value, label: actionWords(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))
  const filtered = Object.entries(filter).some(([name, value]) => value && (name !== 'campaign' || whole))
  return (
    <div className={classes.filters}>
      {own ? (
        <NativeSelect
          label={t`Phạm vi`}
          data={[
            { value: 'own', label: t`Đợt điều tra này` },
            { value: 'whole', label: t`Toàn hệ thống` },
          ]}
          value={whole ? 'whole' : 'own'}
          onChange={(event) => onWhole(event.currentTarget.value === 'whole')}
        />
      ) : (
        <NativeSelect
          label={t`Đợt điều tra`}
          data={[
            { value: '', label: t`Mọi đợt` },
            ...known(facets?.campaigns, filter.campaign).map((code) => ({ value: code, label: code })),
          ]}
          value={filter.campaign ?? ''}
          onChange={(event) => onChange({ campaign: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t`Loại`}
        data={[
          { value: '', label: t`Thay đổi và xem` },
          { value: 'change', label: t`Chỉ thay đổi` },
          { value: 'look', label: t`Chỉ xem, in, tải về` },
        ]}
        value={filter.kind ?? ''}
        onChange={(event) => onChange({ kind: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`Việc`}
        data={[{ value: '', label: t`Mọi việc` }, ...actions]}
        value={filter.action ?? ''}
        onChange={(event) => onChange({ action: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`Người`}
        data={[
          { value: '', label: t`Mọi người` },
          ...known(facets?.actors, filter.actor).map((actor) => ({ value: actor, label: actorWords(actor) })),
        ]}
        value={filter.actor ?? ''}
        onChange={(event) => onChange({ actor: event.currentTarget.value })}
      />
      <DayFilter label={t`Từ ngày`} day={filter.from} onChange={(from) => onChange({ from })} />
      <DayFilter
        label={t`Đến hết ngày`}
        day={filter.to}
        error={
          filter.from && filter.to && filter.to < filter.from && t`Phải từ ngày ${formatDate(filter.from)} trở đi.`
        }
        onChange={(to) => onChange({ to })}
      />
      {filtered && (
        <Button
          className={classes.clear}
          variant="subtle"
          onClick={() => onChange({ campaign: '', kind: '', action: '', actor: '', from: '', to: '' })}
        >
          {t`Bỏ lọc`}
        </Button>
      )}
    </div>
  )
}

type DayFilterProps = { label: string; day: string | undefined; error?: ReactNode; onChange: (day: string) => void }

/** What can't be read as a day filters nothing. */
function DayFilter({ label, day = '', error, onChange }: DayFilterProps) {
  const [typed, setTyped] = useState('')
  const goes = (parseDay(typed) ?? '') === day
  return (
    <MomentField
      day
      label={label}
      value={goes ? typed : day && formatDate(day)}
      error={error}
      onChange={(text) => {
        setTyped(text)
        onChange(parseDay(text) ?? '')
      }}
    />
  )
}

/** What is chosen stays to be seen, also when nothing of it is left. */
const known = (values: string[] = [], chosen: string | undefined): string[] =>
  chosen && !values.includes(chosen) ? [...values, chosen] : values

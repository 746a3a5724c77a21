/** Corrects one person of a draft; a refusal stands beside its field, with what was probably meant. */
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../../../shared/call-api.ts'
import type { PersonBody, RosterCard, RosterCatalogue } from '../../../../shared/roster-types.ts'
import { campaignPath, refreshCampaign } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { localPhone } from '../../../shared/phone-words.ts'
import { request } from '../../../shared/request.ts'
import { useSingleMutation } from '../../../shared/use-single-mutation.ts'
import { t } from '../../../words/t.ts'
import { cardQuery } from './people-window.ts'
import classes from './person-drawer.module.css'

type PersonFormProps = { code: string; card: RosterCard; onCancel: () => void; onDone: () => void }
type Field = 'name' | 'email' | 'phone' | 'position' | 'code'
type Rating = { unit: string; group: string }
type Problem = { path: keyof PersonBody; problem: string; suggestions?: string[] }

const FIELDS: { field: Field; label: string; type?: string }[] = [
  { field: 'name', label: t`Họ và tên` },
  { field: 'email', label: t`Thư điện tử`, type: 'email' },
  { field: 'phone', label: t`Số điện thoại`, type: 'tel' },
  { field: 'position', label: t`Chức vụ` },
  { field: 'code', label: t`Mã` },
]

export function PersonForm({ code, card, onCancel, onDone }: PersonFormProps) {
  const client = useQueryClient()
  const before: Record<Field, string> = {
    name: card.name,
    email: card.email ?? '',
    phone: localPhone(card.phone ?? ''),
    position: card.position ?? '',
    code: card.code ?? '',
  }
  const [typed, setTyped] = useState(before)
  const [ratings, setRatings] = useState<Rating[]>(card.ratings.map(({ unit, group }) => ({ unit, group })))
  const save = useSingleMutation({
    mutationFn: (json: PersonBody) =>
      request<RosterCard>(campaignPath(code, `/roster/people/${encodeURIComponent(card.id)}`), {
        method: 'PATCH',
        json,
      }),
    onSuccess: async (saved) => {
      client.setQueryData(cardQuery(code, card.id).queryKey, saved)
      onDone()
      await refreshCampaign(client, code)
    },
  })
  const changed = FIELDS.filter(({ field }) => typed[field] !== before[field]).map(({ field }) => [field, typed[field]])
  const moved = JSON.stringify(ratings) !== JSON.stringify(card.ratings.map(({ unit, group }) => ({ unit, group })))
  const body: PersonBody = { ...Object.fromEntries(changed), ...(moved ? { ratings } : {}) }
  const problems = problemsOf(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(body)
  }
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      {FIELDS.map(({ field, label, type }) => (
        <TextInput
          key={field}
          label={label}
          type={type ?? 'text'}
          autoComplete="off"
          value={typed[field]}
          error={wordsOf(problems, field)}
          onChange={(event) => {
            const { value } = event.currentTarget
            setTyped((all) => ({ ...all, [field]: value }))
          }}
          {...(field === 'name' ? { 'data-autofocus': true } : {})}
        />
      ))}
      <Ratings catalogue={card.catalogue} ratings={ratings} onChange={setRatings} />
      {problems.some(({ path }) => path === 'ratings') && (
        <p className={classes.bad} role="alert">
          {wordsOf(problems, 'ratings')}
        </p>
      )}
      {problems.length === 0 && <ErrorNote error={save.error} />}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel} disabled={save.isPending}>
          {t`Hủy`}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={Object.keys(body).length === 0}>
          {t`Lưu`}
        </Button>
      </Group>
    </form>
  )
}

type RatingsProps = { catalogue: RosterCatalogue; ratings: Rating[]; onChange: (ratings: Rating[]) => void }

function Ratings({ catalogue, ratings, onChange }: RatingsProps) {
  const blockOf = (unit: string) => catalogue.find(({ units }) => units.some(({ code }) => code === unit))
  const units = catalogue.map(({ name, units }) => ({
    group: name,
    items: units.map(({ code, name: label }) => ({ value: code, label })),
  }))
  const free = catalogue.flatMap((block) => block.units).find(({ code }) => !ratings.some(({ unit }) => unit === code))
  const put = (at: number, rating: Rating) => onChange(ratings.map((one, place) => (place === at ? rating : one)))
  const groupsOf = (unit: string) => blockOf(unit)?.groups ?? []
  const keep = (unit: string, group: string) =>
    groupsOf(unit).some(({ code }) => code === group) ? group : (groupsOf(unit)[0]?.code ?? group)
  return (
    <fieldset className={classes.ratings}>
      <legend>{t`Đánh giá đơn vị nào, với tư cách nào`}</legend>
      {ratings.map(({ unit, group }, at) => (
        <div key={unit} className={classes.rating}>
          <NativeSelect
            aria-label={t`Đơn vị thứ ${at + 1}`}
            data={units}
            value={unit}
            onChange={(event) => {
              const next = event.currentTarget.value
              put(at, { unit: next, group: keep(next, group) })
            }}
          />
          <NativeSelect
            aria-label={t`Nhóm ở đơn vị thứ ${at + 1}`}
            data={groupsOf(unit).map(({ code, name }) => ({ value: code, label: name }))}
            value={group}
            onChange={(event) => put(at, { unit, group: event.currentTarget.value })}
          />
          {ratings.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              aria-label={t`Bỏ đơn vị thứ ${at + 1}`}
              onClick={() => onChange(ratings.filter((_, place) => place !== at))}
            >
              {t`Bỏ`}
            </Button>
          )}
        </div>
      ))}
      {free && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...ratings, { unit: free.code, group: keep(free.code, '') }])}
        >
          {t`Thêm đơn vị`}
        </Button>
      )}
    </fieldset>
  )
}

function wordsOf(problems: Problem[], path: Problem['path']): string | undefined {
  const problem = problems.find((one) => one.path === path)
  if (!problem) return undefined
  const [suggestion] = problem.suggestions ?? []
  return suggestion ? t`${problem.problem} Có phải ${suggestion}?` : problem.problem
}

function problemsOf(error: unknown): Problem[] {
  if (!(error instanceof ApiError) || error.code !== 'person-invalid' || !Array.isArray(error.details)) return []
  return error.details
}

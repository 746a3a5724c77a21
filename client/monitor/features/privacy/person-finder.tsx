/** Finds on the list whom a request is about. Shows what makes sure who it is, and nothing about answers. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { PersonCard } from '../../../shared/privacy-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PeopleSearch } from '../../shared/people-search.tsx'
import { t } from '../../words/t.ts'
import { PersonFacts } from './person-facts.tsx'
import classes from './privacy.module.css'
import { useCandidates } from './privacy-queries.ts'

type PersonFinderProps = { code: string; person: PersonCard | null; onChoose: (person: PersonCard | null) => void }

export function PersonFinder({ code, person, onChoose }: PersonFinderProps) {
  const [search, setSearch] = useState('')
  const { data, error } = useCandidates(code, search)
  if (person)
    return (
      <div className={classes.chosen}>
        <PersonFacts person={person} />
        <Button variant="default" size="xs" onClick={() => onChoose(null)}>
          {t`Chọn người khác`}
        </Button>
      </div>
    )
  return (
    <div>
      <PeopleSearch
        label={t`Là ai trong danh sách?`}
        description={t`Tên, thư, số điện thoại hoặc Mã; không cần gõ dấu. Không tìm thấy thì để trống.`}
        initial={search}
        onSearch={setSearch}
      />
      <ErrorNote error={error} />
      {search.length >= 2 && data && (
        <>
          <p className={classes.found} role="status">
            {data.total === 0
              ? t`Không có ai khớp.`
              : data.total > data.people.length
                ? t`${formatCount(data.total)} người khớp, đang hiện ${data.people.length}. Gõ thêm để thu hẹp.`
                : t`${formatCount(data.total)} người khớp.`}
          </p>
          <ul className={classes.candidates}>
            {data.people.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => onChoose(one)}>
                  <strong>{one.name}</strong>
                  <span>{[one.position, one.units.join('; '), one.email].filter(Boolean).join(' · ')}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

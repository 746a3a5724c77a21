/** What is registered, each with the way to take it away. */
import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import table from '../../shared/table.module.css'
import classes from './programs-page.module.css'
import { RemoveDialog } from './remove-dialog.tsx'

/** `path`: of the call that takes it away; `consequence`: what stops with it. */
export type Registered = { id: string; name: string; facts: ReactNode; path: string; consequence: string }

type RegisteredListProps<Row> = {
  query: UseQueryResult<Row[]>
  /** Said when there is none. */
  empty: string
  /** What taking away is called here, alone and with a name. */
  remove: string
  removeOne: (name: string) => string
  /** Typed before it is done. */
  word: string
  describe: (row: Row) => Registered
}

export function RegisteredList<Row>({ query, empty, remove, removeOne, word, describe }: RegisteredListProps<Row>) {
  const { data, error, refetch } = query
  const [leaving, setLeaving] = useState<Registered | null>(null)
  return (
    <>
      <div className={error ? classes.note : undefined}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </div>
      {!data && !error && <PageLoading />}
      {data?.length === 0 && <p className={table.empty}>{empty}</p>}
      <ul className={classes.list}>
        {data?.map(describe).map((one) => (
          <li key={one.id}>
            <span className={classes.what}>
              <strong>{one.name}</strong>
              {one.facts}
            </span>
            <Button variant="default" size="xs" aria-label={removeOne(one.name)} onClick={() => setLeaving(one)}>
              {remove}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <RemoveDialog
          title={remove}
          what={leaving.name}
          consequence={leaving.consequence}
          word={word}
          path={leaving.path}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}

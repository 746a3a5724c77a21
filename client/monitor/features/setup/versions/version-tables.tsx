/** A saved version as it was: its questions, units and groups, to be read. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ErrorNote } from '../../../shared/error-note.tsx'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { t } from '../../../words/t.ts'
import { columnName, sheetName } from '../column-words.ts'
import { BLOCKS, rowsOf, sheetOf } from '../draft/draft.ts'
import { draftOf } from '../draft/draft-of.ts'
import { questionColumns } from '../questions/question-columns.ts'
import classes from '../setup.module.css'
import type { Column } from '../sheet/column.ts'
import { SheetTable } from '../sheet/sheet-table.tsx'
import { versionQuery } from '../state/setup-calls.ts'
import { useSetup } from '../state/setup-context.ts'

const NAMED: Column[] = [
  { key: 'code', name: columnName('units', 'code'), kind: 'text', width: 100 },
  { key: 'name', name: columnName('units', 'name'), kind: 'long', width: 320 },
  { key: 'aliases', name: columnName('units', 'aliases'), kind: 'long', width: 260 },
]

export function VersionTables({ version }: { version: number }) {
  const { code } = useSetup()
  const { data, error, refetch } = useQuery(versionQuery(code, version))
  const draft = useMemo(() => (data ? draftOf(data.definition) : null), [data])
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data || !draft) return <PageLoading />
  return (
    <div className={classes.tables}>
      <p>{`${data.definition.title} (${data.definition.year})`}</p>
      {rowsOf(draft, BLOCKS).flatMap(({ id }) =>
        (['questions', 'units', 'groups'] as const).map((kind) => {
          const sheet = sheetOf(id, kind)
          return (
            <div key={sheet}>
              <h3 className={page.small}>{sheetName(sheet, draft)}</h3>
              <SheetTable
                label={t`${sheetName(sheet, draft)}, bản ${version}`}
                sheet={rowsOf(draft, sheet)}
                columns={kind === 'questions' ? questionColumns(draft, id) : NAMED}
                problems={[]}
                readOnly
                nameBy="code"
                onChange={() => {}}
              />
            </div>
          )
        }),
      )}
    </div>
  )
}

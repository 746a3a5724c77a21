/** What was saved, by whom, and what changed; any version can be looked at and taken up again. */
import { Button, Group } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { VersionsView } from '../../../../server/setup/schemas.ts'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import fold from '../../shared/fold.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'
import { changeWords } from './change-words.ts'
import classes from './setup.module.css'
import { definitionQuery, saveDefinition, versionQuery, versionsQuery } from './state/setup-calls.ts'
import { useSetup } from './state/setup-context.ts'
import { VersionTables } from './versions/version-tables.tsx'

const FEW = 8

export function VersionsPage() {
  const { code, base } = useSetup()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(versionsQuery(code))
  if (!data) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Panel title={t`Các bản đã lưu`} aside={<span>{t`${formatCount(base.version)} bản`}</span>}>
      {data.pages.flat().map((version) => (
        <Version key={version.version} version={version} />
      ))}
      <ErrorNote error={error} />
      {hasNextPage && (
        <Button variant="default" size="xs" mt={12} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t`Xem các bản cũ hơn`}
        </Button>
      )}
    </Panel>
  )
}

function Version({ version: { version, at, by, changes } }: { version: VersionsView[number] }) {
  const { base, readOnly, dirty } = useSetup()
  const [open, setOpen] = useState(false)
  const [few, more] = [changes.slice(0, FEW), changes.slice(FEW)]
  const current = version === base.version
  return (
    <section className={classes.version} aria-label={t`Bản ${version}`}>
      <div className={classes.row}>
        <p>
          <b>{t`Bản ${version}`}</b>
          {current && ` ${t`(đang dùng)`}`} · {formatMoment(at)}
          {by && ` · ${by}`}
        </p>
        <Group gap={8}>
          <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t`Thôi xem` : t`Xem bản này`}
          </Button>
          {!current && !readOnly && <Return version={version} disabled={dirty} />}
        </Group>
      </div>
      {changes.length === 0 ? (
        version === 1 && <p className={classes.keys}>{t`Bản đầu tiên của đợt này.`}</p>
      ) : (
        <ul className={classes.changes}>
          {few.map((change) => (
            <li key={change.words}>{changeWords(change)}</li>
          ))}
        </ul>
      )}
      {more.length > 0 && (
        <details className={fold.fold}>
          <summary>{t`và ${formatCount(more.length)} thay đổi khác`}</summary>
          <ul className={classes.changes}>
            {more.map((change) => (
              <li key={change.words}>{changeWords(change)}</li>
            ))}
          </ul>
        </details>
      )}
      {open && <VersionTables version={version} />}
    </section>
  )
}

/** Saves an earlier version's definition as a new version; nothing is lost, because the present one stays on the list. */
function Return({ version, disabled }: { version: number; disabled: boolean }) {
  const { code, base, adopt } = useSetup()
  const client = useQueryClient()
  const act = useSingleMutation({
    mutationFn: async () => {
      const earlier = await client.fetchQuery(versionQuery(code, version))
      return saveDefinition(code, base.version, earlier.definition)
    },
    onSuccess: adopt,
    // Somebody saved meanwhile: another press shall go on from their version.
    onError: () => client.invalidateQueries({ queryKey: definitionQuery(code).queryKey }),
  })
  return (
    <>
      <Button
        size="xs"
        variant="light"
        loading={act.isPending}
        disabled={disabled}
        title={disabled ? t`Hãy lưu hoặc hoàn tác thay đổi đang làm trước` : undefined}
        onClick={() => act.mutate()}
      >
        {t`Trở lại bản này`}
      </Button>
      <ErrorNote error={act.error} />
    </>
  )
}

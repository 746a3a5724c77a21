/** Where one is signed in: this browser marked, any other ended from here. */
import { Button } from '@mantine/core'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OwnSessionView } from '../../../shared/account-types.ts'
import { formatMoment } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { request } from '../../shared/request.ts'
import { StatePill } from '../../shared/state-pill.tsx'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'
import classes from './account-page.module.css'
import { deviceWords } from './device-words.ts'

const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => request<OwnSessionView[]>('/api/account/sessions'),
})

export function SessionsPanel() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(sessionsQuery)
  const end = useSingleMutation({
    mutationFn: (id: string) => request<void>(`/api/account/sessions/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <Panel title={t`Nơi đang đăng nhập`} flush>
      <div className={(error ?? end.error) ? classes.note : undefined}>
        <ErrorNote error={error ?? end.error} onRetry={() => void refetch()} />
      </div>
      {!data && !error && <PageLoading />}
      <ul className={classes.sessions}>
        {data?.map((session) => (
          <li key={session.id}>
            <span className={classes.where}>
              <strong>{deviceWords(session.device)}</strong>
              <span className={classes.faint}>
                {t`Địa chỉ mạng ${session.address || t`không rõ`} · đăng nhập ${formatMoment(session.createdAt)}`}
              </span>
              <span className={classes.faint}>{t`Dùng gần nhất ${formatMoment(session.lastSeenAt)}`}</span>
            </span>
            {session.current ? (
              <StatePill tone="good" words={t`Máy này`} />
            ) : (
              <Button
                variant="default"
                size="xs"
                loading={end.isPending && end.variables === session.id}
                aria-label={t`Đăng xuất ${deviceWords(session.device)}, dùng gần nhất ${formatMoment(session.lastSeenAt)}`}
                onClick={() => end.mutate(session.id)}
              >
                {t`Đăng xuất`}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Addresses that are told of changes, with what became of the newest notice. */
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { WebhooksView } from '../../../shared/account-types.ts'
import { formatCount, formatDate, formatTime } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { useAdminChange, webhooksQuery } from './accounts-queries.ts'
import classes from './programs-page.module.css'
import { RemoveDialog } from './remove-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'

type Webhook = WebhooksView[number]

export function WebhooksPanel() {
  const { data, error, refetch } = useQuery(webhooksQuery)
  const [leaving, setLeaving] = useState<Webhook | null>(null)
  return (
    <Panel title={t`Địa chỉ được báo khi có thay đổi`} flush>
      <NewWebhook />
      <div className={error ? classes.note : undefined}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </div>
      {!data && !error && <PageLoading />}
      {data?.length === 0 && (
        <p className={table.empty}>{t`Chưa có địa chỉ nào. Phần mềm kia được báo ngay khi một đợt đổi trạng thái.`}</p>
      )}
      <ul className={classes.list}>
        {data?.map((webhook) => (
          <li key={webhook.id}>
            <span className={classes.what}>
              <strong>{webhook.url}</strong>
              <span className={classes.soft}>{t`Đăng ký ${formatDate(webhook.createdAt)}`}</span>
              <span>
                <LastNotice webhook={webhook} />
              </span>
            </span>
            <Button variant="default" size="xs" aria-label={t`Xóa ${webhook.url}`} onClick={() => setLeaving(webhook)}>
              {t`Xóa`}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <RemoveDialog
          title={t`Xóa`}
          what={leaving.url}
          consequence={t`Địa chỉ này không được báo nữa; ${formatCount(leaving.waiting)} lời báo đang chờ bị bỏ.`}
          path={`/api/webhooks/${leaving.id}`}
          onClose={() => setLeaving(null)}
        />
      )}
    </Panel>
  )
}

function LastNotice({ webhook: { last, waiting } }: { webhook: Webhook }) {
  if (!last) return <StatePill tone="waiting" words={t`Chưa có gì để báo`} />
  if (last.state === 'sent') return <StatePill tone="good" words={t`Lời báo gần nhất đã tới`} />
  if (last.state === 'failed') {
    return <StatePill tone="warn" words={t`Lời báo gần nhất không tới sau ${last.attempts} lần thử`} />
  }
  if (last.attempts === 0) return <StatePill tone="waiting" words={t`${formatCount(waiting)} lời báo đang chờ gửi`} />
  return (
    <StatePill tone="warn" words={t`Chưa tới sau ${last.attempts} lần thử, thử lại lúc ${formatTime(last.nextAt!)}`} />
  )
}

function NewWebhook() {
  const [url, setUrl] = useState('')
  const make = useAdminChange<{ id: string; secret: string }>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ path: '/api/webhooks', json: { url: url.trim() } })
  }
  const done = () => {
    make.reset()
    setUrl('')
  }
  return (
    <>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t`Địa chỉ nhận báo`}
          type="url"
          placeholder="https://"
          required
          withAsterisk={false}
          maxLength={500}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending}>
          {t`Đăng ký`}
        </Button>
      </form>
      {make.error && (
        <div className={classes.note}>
          <ErrorNote error={make.error} />
        </div>
      )}
      {make.data && (
        <SecretDialog
          title={t`Khóa kiểm tra lời báo`}
          parts={[{ name: t`Khóa bí mật`, text: make.data.secret }]}
          onClose={done}
        />
      )}
    </>
  )
}

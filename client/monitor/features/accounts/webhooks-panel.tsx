/** Addresses that are told of changes, with what became of the newest notice. */
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WebhooksView } from '../../../shared/account-types.ts'
import { formatCount, formatDate, formatTime } from '../../../shared/format-vi.ts'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import { useAdminChange, webhooksQuery } from './accounts-queries.ts'
import classes from './programs-page.module.css'
import { RegisterForm } from './register-form.tsx'
import { type Registered, RegisteredList } from './registered-list.tsx'
import { SecretDialog } from './secret-dialog.tsx'

type Webhook = WebhooksView[number]

export const WebhooksPanel = () => (
  <Panel title={t`Địa chỉ được báo khi có thay đổi`} flush>
    <NewWebhook />
    <RegisteredList
      query={useQuery(webhooksQuery)}
      empty={t`Chưa có địa chỉ nào. Phần mềm kia được báo ngay khi một đợt đổi trạng thái.`}
      remove={t`Xóa`}
      word={t`xóa`}
      removeOne={(url) => t`Xóa ${url}`}
      describe={describe}
    />
  </Panel>
)

const describe = (webhook: Webhook): Registered => ({
  id: webhook.id,
  name: webhook.url,
  facts: (
    <>
      <span className={classes.soft}>{t`Đăng ký ${formatDate(webhook.createdAt)}`}</span>
      <span>
        <LastNotice webhook={webhook} />
      </span>
    </>
  ),
  path: `/api/webhooks/${webhook.id}`,
  consequence: t`Địa chỉ này không được báo nữa; ${formatCount(webhook.waiting)} lời báo đang chờ bị bỏ.`,
})

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
  const done = () => {
    make.reset()
    setUrl('')
  }
  return (
    <>
      <RegisterForm make={make} onSubmit={() => make.mutate({ path: '/api/webhooks', json: { url: url.trim() } })}>
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
      </RegisterForm>
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

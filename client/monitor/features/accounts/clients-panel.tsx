/** Programs that sign in with a secret: registered, and revoked. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ClientsView } from '../../../shared/account-types.ts'
import { formatDate } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { clientsQuery, useAdminChange } from './accounts-queries.ts'
import classes from './programs-page.module.css'
import { RemoveDialog } from './remove-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'

type Made = { clientId: string; clientSecret: string }

const SCOPE_NAMES: Record<string, string> = {
  points: t`Nhập điểm từ ngoài`,
  microdata: t`Tải phiếu trả lời đã ẩn danh`,
}

export function ClientsPanel() {
  const { data, error, refetch } = useQuery(clientsQuery)
  const [leaving, setLeaving] = useState<ClientsView[number] | null>(null)
  return (
    <Panel title={t`Chương trình lấy kết quả`} flush>
      <NewClient />
      <div className={error ? classes.note : undefined}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </div>
      {!data && !error && <PageLoading />}
      {data?.length === 0 && (
        <p className={table.empty}>{t`Chưa có chương trình nào. Hãy đặt tên ở trên để đăng ký.`}</p>
      )}
      <ul className={classes.list}>
        {data?.map((client) => (
          <li key={client.clientId}>
            <span className={classes.what}>
              <strong>{client.name}</strong>
              <span className={classes.soft}>{t`Mã ${client.clientId} · đăng ký ${formatDate(client.createdAt)}`}</span>
              <span className={classes.soft}>
                {[t`Đọc điểm và Chỉ số`, ...client.scopes.map((scope) => SCOPE_NAMES[scope] ?? scope)].join(' · ')}
              </span>
            </span>
            <Button
              variant="default"
              size="xs"
              aria-label={t`Thu hồi ${client.name}`}
              onClick={() => setLeaving(client)}
            >
              {t`Thu hồi`}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <RemoveDialog
          title={t`Thu hồi`}
          what={leaving.name}
          consequence={t`Chương trình không lấy được quyền truy cập mới; quyền đã lấy hết hiệu lực trong 15 phút. Muốn dùng lại phải đăng ký lại với khóa mới.`}
          path={`/api/clients/${leaving.clientId}`}
          onClose={() => setLeaving(null)}
        />
      )}
    </Panel>
  )
}

function NewClient() {
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const make = useAdminChange<Made>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ path: '/api/clients', json: { name, scopes } })
  }
  const done = () => {
    make.reset()
    setName('')
    setScopes([])
  }
  return (
    <>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t`Tên chương trình`}
          required
          withAsterisk={false}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group value={scopes} onChange={setScopes} aria-label={t`Được làm thêm`}>
          <div className={classes.scopes}>
            {Object.entries(SCOPE_NAMES).map(([scope, words]) => (
              <Checkbox key={scope} value={scope} label={words} />
            ))}
          </div>
        </Checkbox.Group>
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
          title={t`Khóa của ${name}`}
          parts={[
            { name: t`Mã chương trình`, text: make.data.clientId },
            { name: t`Khóa bí mật`, text: make.data.clientSecret },
          ]}
          onClose={done}
        />
      )}
    </>
  )
}

/** Programs that sign in with a secret: registered, and revoked. */
import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientsView } from '../../../shared/account-types.ts'
import { formatDate } from '../../../shared/format-vi.ts'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { clientsQuery, useAdminChange } from './accounts-queries.ts'
import classes from './programs-page.module.css'
import { RegisterForm } from './register-form.tsx'
import { type Registered, RegisteredList } from './registered-list.tsx'
import { SecretDialog } from './secret-dialog.tsx'

type Made = { clientId: string; clientSecret: string }

const SCOPE_NAMES: Record<string, string> = {
  points: t`Nhập điểm từ ngoài`,
  microdata: t`Tải phiếu trả lời đã ẩn danh`,
}

export const ClientsPanel = () => (
  <Panel title={t`Chương trình lấy kết quả`} flush>
    <NewClient />
    <RegisteredList
      query={useQuery(clientsQuery)}
      empty={t`Chưa có chương trình nào. Hãy đặt tên ở trên để đăng ký.`}
      remove={t`Thu hồi`}
      word={t`thu hồi`}
      removeOne={(name) => t`Thu hồi ${name}`}
      describe={describe}
    />
  </Panel>
)

const describe = ({ clientId, name, createdAt, scopes }: ClientsView[number]): Registered => ({
  id: clientId,
  name,
  facts: (
    <>
      <span className={classes.soft}>{t`Mã ${clientId} · đăng ký ${formatDate(createdAt)}`}</span>
      <span className={classes.soft}>
        {[t`Đọc điểm và Chỉ số`, ...scopes.map((scope) => SCOPE_NAMES[scope] ?? scope)].join(' · ')}
      </span>
    </>
  ),
  path: `/api/clients/${clientId}`,
  consequence: t`Chương trình không lấy được quyền truy cập mới; quyền đã lấy hết hiệu lực trong 15 phút. Muốn dùng lại phải đăng ký lại với khóa mới.`,
})

function NewClient() {
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const make = useAdminChange<Made>()
  const done = () => {
    make.reset()
    setName('')
    setScopes([])
  }
  return (
    <>
      <RegisterForm make={make} onSubmit={() => make.mutate({ path: '/api/clients', json: { name, scopes } })}>
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
      </RegisterForm>
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

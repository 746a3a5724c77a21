/** One's own account: name, password, second factor, sessions. */
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../shared/format-vi.ts'
import { ownAccountQuery } from '../../shared/account-queries.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { MailAddress } from '../../shared/mail-address.tsx'
import { OfficeFrame } from '../../shared/office-frame.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { ROLE_NAMES } from '../../shared/role-names.ts'
import { t } from '../../words/t.ts'
import classes from './account-page.module.css'
import { NameForm } from './name-form.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

export function AccountPage() {
  const { data, error, refetch } = useQuery(ownAccountQuery)
  return (
    <OfficeFrame title={t`Tài khoản của tôi`}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!data && !error && <PageLoading />}
      {data && (
        <div className={classes.columns}>
          <div className={classes.column}>
            <Panel title={data.name || data.email}>
              <dl className={classes.facts}>
                <dt>{t`Thư điện tử`}</dt>
                <dd>
                  <MailAddress email={data.email} />
                </dd>
                <dt>{t`Vai trò`}</dt>
                <dd>{ROLE_NAMES[data.role]}</dd>
                {data.unit && <dt>{t`Đơn vị`}</dt>}
                {data.unit && <dd>{data.unit}</dd>}
                <dt>{t`Mật khẩu đặt ngày`}</dt>
                <dd>{formatDate(data.passwordChangedAt)}</dd>
              </dl>
              <NameForm name={data.name} />
            </Panel>
            <SecondFactorPanel account={data} />
            <SessionsPanel />
          </div>
          <PasswordPanel email={data.email} />
        </div>
      )}
    </OfficeFrame>
  )
}

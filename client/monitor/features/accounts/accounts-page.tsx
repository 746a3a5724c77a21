/** Accounts, invitations and roles. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountView, InvitedView } from '../../../shared/account-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PlusIcon } from '../../shared/icons.tsx'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { type AccountAct, ActDialog } from './account-act-dialog.tsx'
import { AccountRow } from './account-row.tsx'
import classes from './accounts-page.module.css'
import { accountsQuery, invitationsQuery } from './accounts-queries.ts'
import { InvitationList } from './invitation-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MailNote } from './mail-note.tsx'

export function AccountsPage() {
  const accounts = useQuery(accountsQuery)
  const invitations = useQuery(invitationsQuery)
  const [inviting, setInviting] = useState(false)
  const [mailed, setMailed] = useState<InvitedView | null>(null)
  const [act, setAct] = useState<{ name: AccountAct; account: AccountView } | null>(null)
  const failed = accounts.error ?? invitations.error
  const note = (
    <ErrorNote error={failed} onRetry={() => void Promise.all([accounts.refetch(), invitations.refetch()])} />
  )
  if (!accounts.data || !invitations.data) return failed ? note : <PageLoading />
  const loud = (next: InvitedView) => {
    setMailed(next)
    setInviting(false)
    setAct(null)
  }
  return (
    <div className={page.stack}>
      <div className={classes.head}>
        <p className={page.lead}>
          {t`Người mới nhận thư mời với đường dẫn riêng để tự đặt mật khẩu. Không ai biết mật khẩu của người khác.`}
        </p>
        <Button leftSection={<PlusIcon />} onClick={() => setInviting(true)}>
          {t`Mời người`}
        </Button>
      </div>
      {note}
      {mailed && <MailNote mailed={mailed} />}
      {invitations.data.length > 0 && <InvitationList invitations={invitations.data} onMailed={loud} />}
      <Panel
        title={t`Tài khoản`}
        aside={<span className={page.dim}>{t`${accounts.data.length} tài khoản`}</span>}
        flush
      >
        <ul className={classes.list}>
          {accounts.data.map((account) => (
            <AccountRow key={account.id} account={account} onAct={(name) => setAct({ name, account })} />
          ))}
        </ul>
      </Panel>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} onMailed={loud} />
      {act && <ActDialog {...act} onClose={() => setAct(null)} onMailed={loud} />}
    </div>
  )
}

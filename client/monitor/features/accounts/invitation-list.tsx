/** Invitations that wait for an answer: sent again, or withdrawn. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { InvitationView, InvitedView } from '../../../shared/account-types.ts'
import { formatMoment } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { Panel } from '../../shared/panel.tsx'
import { ROLE_NAMES } from '../../shared/role-names.ts'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import classes from './accounts-page.module.css'
import { unitsQuery, useAdminChange } from './accounts-queries.ts'

type InvitationListProps = { invitations: InvitationView[]; onMailed: (mailed: InvitedView) => void }

export function InvitationList({ invitations, onMailed }: InvitationListProps) {
  return (
    <Panel title={t`Đang chờ trả lời`} flush>
      <ul className={classes.list}>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} onMailed={onMailed} />
        ))}
      </ul>
    </Panel>
  )
}

type InvitationRowProps = { invitation: InvitationView; onMailed: (mailed: InvitedView) => void }

function InvitationRow({
  invitation: { id, email, name, role, unit, kind, state, expiresAt },
  onMailed,
}: InvitationRowProps) {
  const again = useAdminChange<InvitedView>()
  const withdraw = useAdminChange()
  const units = useQuery({ ...unitsQuery, enabled: unit !== null })
  const path = `/api/invitations/${id}`
  return (
    <li>
      <span className={classes.who}>
        <strong>{name || email}</strong>
        {name && <span className={classes.soft}>{email}</span>}
      </span>
      <span className={classes.cell}>
        {kind === 'join' ? ROLE_NAMES[role] : t`Đặt lại mật khẩu`}
        {unit && <span className={classes.soft}>{units.data?.find(({ code }) => code === unit)?.name ?? unit}</span>}
        <ErrorNote error={again.error ?? withdraw.error} />
      </span>
      <span className={classes.cell}>
        <span className={classes.states}>
          {state === 'open' ? (
            <StatePill tone="waiting" words={t`Chờ mở đường dẫn`} />
          ) : (
            <StatePill tone="warn" words={t`Đã quá hạn`} />
          )}
        </span>
        <span className={classes.soft}>{t`Hạn ${formatMoment(expiresAt)}`}</span>
      </span>
      <span className={classes.acts}>
        <Button
          variant="default"
          size="xs"
          loading={again.isPending}
          aria-label={t`Gửi lại cho ${email}`}
          onClick={() => again.mutate({ path: `${path}/resend` }, { onSuccess: onMailed })}
        >
          {t`Gửi lại`}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          loading={withdraw.isPending}
          aria-label={t`Rút lời mời ${email}`}
          onClick={() => withdraw.mutate({ path, method: 'DELETE' })}
        >
          {t`Rút`}
        </Button>
      </span>
    </li>
  )
}

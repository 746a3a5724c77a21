/** One account: who, what they may do, whether they can sign in, and what can be done about it. */
import { Button } from '@mantine/core'
import type { AccountView } from '../../../shared/account-types.ts'
import { formatMoment, formatTime } from '../../../shared/format-vi.ts'
import { LateMenu } from '../../shared/late-menu.tsx'
import { ROLE_NAMES } from '../../shared/role-names.ts'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import type { AccountAct } from './account-act-dialog.tsx'
import classes from './accounts-page.module.css'

type AccountRowProps = { account: AccountView; onAct: (name: AccountAct) => void }

export function AccountRow({ account, onAct }: AccountRowProps) {
  const { email, name, role, unit, self } = account
  return (
    <li>
      <span className={classes.who}>
        <strong>{name || email}</strong>
        {name && <span className={classes.soft}>{email}</span>}
        {self && <span className={classes.soft}>{t`Chính bạn`}</span>}
      </span>
      <span className={classes.cell}>
        {ROLE_NAMES[role]}
        {unit && <span className={classes.soft}>{unit.name}</span>}
      </span>
      <span className={classes.cell}>
        <AccountState account={account} />
        <span className={classes.soft}>{lastSeen(account)}</span>
      </span>
      <span className={classes.acts}>
        {!self && (
          <LateMenu
            width={280}
            target={
              <Button variant="default" size="xs" aria-label={t`Việc khác với ${email}`}>
                {t`Việc khác`}
              </Button>
            }
            items={actsOf(account).map(({ name: act, words }) => ({ words, onChoose: () => onAct(act) }))}
          />
        )}
      </span>
    </li>
  )
}

function AccountState({ account: { state, lockedUntil, secondFactor } }: { account: AccountView }) {
  return (
    <span className={classes.states}>
      {state === 'disabled' && <StatePill tone="done" words={t`Đã ngừng dùng`} />}
      {state === 'locked' && <StatePill tone="warn" words={t`Tạm khóa đến ${formatTime(lockedUntil!)}`} />}
      {state === 'active' && (
        <StatePill
          tone={secondFactor ? 'good' : 'waiting'}
          words={secondFactor ? t`Xác thực hai lớp` : t`Chỉ mật khẩu`}
        />
      )}
    </span>
  )
}

function lastSeen({ sessions, lastSeenAt, state }: AccountView): string {
  if (state === 'disabled') return t`Không đăng nhập được`
  if (sessions === 0 || !lastSeenAt) return t`Không đăng nhập ở đâu`
  return t`${sessions} phiên, gần nhất ${formatMoment(lastSeenAt)}`
}

function actsOf({ state, sessions }: AccountView): { name: AccountAct; words: string }[] {
  if (state === 'disabled') return [{ name: 'enable', words: t`Cho dùng lại` }]
  return [
    ...(state === 'locked' ? [{ name: 'unlock' as const, words: t`Mở khóa` }] : []),
    { name: 'role', words: t`Đổi vai trò` },
    { name: 'reset', words: t`Gửi đường dẫn đặt lại mật khẩu` },
    ...(sessions > 0 ? [{ name: 'sign-out' as const, words: t`Đăng xuất ở mọi nơi` }] : []),
    { name: 'disable', words: t`Ngừng dùng` },
  ]
}

/** Who is signed in, their account, light or dark, the language, and the way out. */

import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { t } from '../words/t.ts'
import { AdminIcon, ChevronIcon, LanguageIcon, LockIcon, MoonIcon, SignOutIcon, SunIcon } from './icons.tsx'
import { otherLanguage } from './language-choice.tsx'
import { LateMenu } from './late-menu.tsx'
import { MailAddress } from './mail-address.tsx'
import classes from './person-menu.module.css'
import { request } from './request.ts'
import { ROLE_NAMES } from './role-names.ts'
import { signedOut, useSession } from './session-store.ts'

export function PersonMenu() {
  const session = useSession()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  if (!('email' in session)) return null
  const leave = () =>
    request('/api/session', { method: 'DELETE' })
      .catch(() => undefined)
      .then(signedOut)
  return (
    <LateMenu
      width={240}
      target={
        <UnstyledButton className={classes.person}>
          <span className={classes.words}>
            <span className={classes.email}>
              <MailAddress email={session.email} />
            </span>
            <span className={classes.role}>{ROLE_NAMES[session.role]}</span>
          </span>
          <ChevronIcon size={16} />
        </UnstyledButton>
      }
      items={[
        { words: t`Tài khoản của tôi`, icon: <LockIcon />, onChoose: () => void navigate({ to: '/account' }) },
        ...(session.role === 'admin'
          ? [{ words: t`Quản trị`, icon: <AdminIcon />, onChoose: () => void navigate({ to: '/admin' }) }]
          : []),
        {
          words: dark ? t`Nền sáng` : t`Nền tối`,
          icon: dark ? <SunIcon /> : <MoonIcon />,
          onChoose: () => setColorScheme(dark ? 'light' : 'dark'),
        },
        { ...otherLanguage(), icon: <LanguageIcon /> },
        { words: t`Đăng xuất`, icon: <SignOutIcon />, onChoose: leave },
      ]}
    />
  )
}

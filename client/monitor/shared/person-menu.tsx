/** Who is signed in, light or dark, the language, and the way out. */

import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import type { Role } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'
import { ChevronIcon, LanguageIcon, MoonIcon, SignOutIcon, SunIcon } from './icons.tsx'
import { otherLanguage } from './language-choice.tsx'
import { LateMenu } from './late-menu.tsx'
import classes from './person-menu.module.css'
import { request } from './request.ts'
import { signedOut, useSession } from './session-store.ts'

const ROLE_NAMES: Record<Role, string> = {
  admin: t`Quản trị`,
  officer: t`Cán bộ điều hành`,
  unit: t`Đầu mối đơn vị`,
  auditor: t`Giám sát`,
}

export function PersonMenu() {
  const session = useSession()
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
            <span className={classes.email}>{session.email}</span>
            <span className={classes.role}>{ROLE_NAMES[session.role]}</span>
          </span>
          <ChevronIcon size={16} />
        </UnstyledButton>
      }
      items={[
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

/** Who is signed in, light or dark, and the way out. */

import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import type { Role } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'
import { ChevronIcon, MoonIcon, SignOutIcon, SunIcon } from './icons.tsx'
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
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <span className={classes.words}>
            <span className={classes.email}>{session.email}</span>
            <span className={classes.role}>{ROLE_NAMES[session.role]}</span>
          </span>
          <ChevronIcon size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={dark ? <SunIcon /> : <MoonIcon />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? t`Nền sáng` : t`Nền tối`}
        </Menu.Item>
        <Menu.Item leftSection={<SignOutIcon />} onClick={leave}>
          {t`Đăng xuất`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

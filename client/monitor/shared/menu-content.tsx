/** The menu itself, with what makes it float; late-menu.tsx shows its button until this has come. */

import { Menu } from '@mantine/core'
import type { LateMenuProps } from './late-menu.tsx'

type MenuContentProps = LateMenuProps & { opened: boolean; onChange: (opened: boolean) => void }

export function MenuContent({ target, items, width, opened, onChange }: MenuContentProps) {
  return (
    <Menu position="bottom-end" width={width} shadow="md" opened={opened} onChange={onChange}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {items.map(({ words, icon, lang, onChoose }) => (
          <Menu.Item key={words} leftSection={icon} lang={lang} onClick={onChoose}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

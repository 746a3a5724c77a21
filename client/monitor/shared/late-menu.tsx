/** A button with a menu. The button is there at once; the menu's code follows the first paint, and opens then if asked for before. */

import { cloneElement, type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { ErrorNote } from './error-note.tsx'
import classes from './late.module.css'
import { useLatePart } from './late.tsx'

export type MenuItem = {
  words: string
  icon?: ReactNode
  /** The language of `words`, where it is not the page's. */
  lang?: string
  onChoose: () => void
}

export type LateMenuProps = { target: ReactElement<Record<string, unknown>>; items: MenuItem[]; width: number }

const load = async () => (await import('./menu-content.tsx')).MenuContent

export function LateMenu(props: LateMenuProps) {
  const { part: MenuContent, error, retry } = useLatePart('menu', load)
  const [opened, setOpened] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const focused = useRef(false)
  const come = MenuContent !== undefined

  // The menu brings the button anew: whoever stood on it stays there.
  useLayoutEffect(() => {
    if (come && focused.current) box.current?.querySelector('button')?.focus()
  }, [come])

  function change(next: boolean): void {
    setOpened(next)
    // The library gives the focus back only where its menu was there before it opened.
    if (!next && document.activeElement?.closest('[role="menu"]')) box.current?.querySelector('button')?.focus()
  }

  return (
    <span ref={box} className={classes.place}>
      {MenuContent ? (
        <MenuContent {...props} opened={opened} onChange={change} />
      ) : (
        cloneElement(props.target, {
          'aria-haspopup': 'menu',
          'aria-expanded': false,
          onClick: () => setOpened(true),
          onFocus: () => {
            focused.current = true
          },
          onBlur: () => {
            focused.current = false
          },
        })
      )}
      {!MenuContent && opened && error !== null && (
        <div className={classes.failed}>
          <ErrorNote error={error} onRetry={retry} />
        </div>
      )}
    </span>
  )
}

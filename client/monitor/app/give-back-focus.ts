/**
 * Whoever leaves a dialog by keyboard stands where they stood before it. The component library does so only where the dialog
 * was on the page before it opened, and from a menu it remembers the entry that is gone by then.
 */
export function giveBackFocus(): void {
  let before: HTMLElement | null = null
  let within: HTMLElement | null = null
  const watcher = new MutationObserver(() => {
    // The next step of a dialog that stays takes away what had the focus as well.
    if (within?.isConnected || document.querySelector('[role="dialog"]')) return
    watcher.disconnect()
    within = null
    if (document.activeElement === document.body && before?.isConnected) before.focus()
  })
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    if (target.closest('[role="dialog"]')) {
      if (!within) watcher.observe(document.body, { childList: true, subtree: true })
      within = target
    } else if (!target.closest('[role="menu"]')) {
      watcher.disconnect()
      before = target
      within = null
    }
  })
}

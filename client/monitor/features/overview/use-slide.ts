/** Rows that change place slide there: the old position is measured, and the row moves from it to the new one (FLIP). */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const SLIDE_MS = 650

/** Follows the children of `list` by their `data-code` whenever `order` changes. */
export function useSlide(list: RefObject<HTMLElement | null>, order: string): void {
  const tops = useRef(new Map<string, number>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order is what moves the rows
  useLayoutEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const now = new Map<string, number>()
    for (const row of list.current?.children ?? []) {
      if (!(row instanceof HTMLElement) || !row.dataset.code) continue
      now.set(row.dataset.code, row.offsetTop)
      const before = tops.current.get(row.dataset.code)
      const moved = before === undefined ? 0 : before - row.offsetTop
      if (moved === 0 || still) continue
      row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
        duration: SLIDE_MS,
        easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)',
      })
    }
    tops.current = now
  }, [list, order])
}

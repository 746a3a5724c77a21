/**
 * Rows that change place slide there from where they stood (FLIP). Where that is follows from their heights, which an
 * observer tells after each layout: to ask for positions in the middle of an update would lay the whole page out twice.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { stillness } from '../../shared/stillness.ts'

const SLIDE_MS = 650

/** Follows the children of `list` by their `data-code` whenever `order` changes. */
export function useSlide(list: RefObject<HTMLElement | null>, order: string): void {
  const heights = useRef(new Map<string, number>())
  const tops = useRef(new Map<string, number>())

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order is what moves the rows
  useLayoutEffect(() => {
    const before = tops.current
    tops.current = new Map()
    let top = 0
    for (const row of rowsOf(list)) {
      const code = row.dataset.code!
      tops.current.set(code, top)
      const moved = (before.get(code) ?? top) - top
      top += heights.current.get(code) ?? 0
      if (moved === 0 || stillness.matches) continue
      row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
        duration: SLIDE_MS,
        easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)',
      })
    }
  }, [list, order])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows than before are watched too
  useEffect(() => {
    const observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries)
        heights.current.set((target as HTMLElement).dataset.code!, borderBoxSize[0]!.blockSize)
      let top = 0
      for (const row of rowsOf(list)) {
        tops.current.set(row.dataset.code!, top)
        top += heights.current.get(row.dataset.code!) ?? 0
      }
    })
    for (const row of rowsOf(list)) observer.observe(row)
    return () => observer.disconnect()
  }, [list, order])
}

const rowsOf = (list: RefObject<HTMLElement | null>): HTMLElement[] =>
  [...(list.current?.children ?? [])].filter(
    (row): row is HTMLElement => row instanceof HTMLElement && !!row.dataset.code,
  )

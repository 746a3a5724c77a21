/**
 * Moves an element from where it stood to where its `transform` now puts it. Not as a CSS transition: each of those tells
 * the page of its start and its end, and a live page with a thousand bars would do little else than listen.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const GLIDE_MS = 700

export function useGlide(element: RefObject<HTMLElement | null>, transform: string): void {
  const before = useRef(transform)
  useLayoutEffect(() => {
    const from = before.current
    before.current = transform
    if (from === transform || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    element.current?.animate([{ transform: from }, { transform }], {
      duration: GLIDE_MS,
      easing: 'cubic-bezier(0.22, 0.8, 0.3, 1)',
    })
  }, [element, transform])
}

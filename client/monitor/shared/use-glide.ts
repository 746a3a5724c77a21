/**
 * Moves an element from where it stood to where its `transform` now puts it. Not as a CSS transition: each of those tells
 * the page of its start and its end, and a live page with a thousand bars would do little else than listen.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { stillness } from './stillness.ts'

const GLIDE_MS = 700
/** Of the whole way: on the widest bar two or three pixels. To animate less costs what nobody sees. */
const SEEN = 0.005

/** `share`, 0 to 1, is how far along its way `transform` puts the element. */
export function useGlide(element: RefObject<HTMLElement | null>, share: number, transform: string): void {
  const before = useRef({ share, transform })
  useLayoutEffect(() => {
    const from = before.current
    before.current = { share, transform }
    if (Math.abs(share - from.share) < SEEN || stillness.matches) return
    element.current?.animate([{ transform: from.transform }, { transform }], {
      duration: GLIDE_MS,
      easing: 'cubic-bezier(0.22, 0.8, 0.3, 1)',
    })
  }, [element, share, transform])
}

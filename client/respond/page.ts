/** The page as the server rendered it: its elements and its data. */
import type { PageData } from '../../server/respond/schemas.ts'

export const byId = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T

/** Absent only where the server renders no element for the campaign's state. */
export const maybeById = (id: string): HTMLElement | null => document.getElementById(id)

export const readPageData = (): PageData => JSON.parse(byId('data').textContent!)

/** The link's token: the page's own address is the only place it is ever read from. */
export const readToken = (): string => location.pathname.split('/').pop()!

export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** An element with text; text only, never markup. */
export function make(tag: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

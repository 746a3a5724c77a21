/** Small pieces of telling a change. Pure. */
import { type ChangeCode, change } from './change-words.ts'
import type { ChangeView } from './schemas.ts'

/** The change `code` with `lead`, the old and the new value; nothing when they are the same. */
export const differs = (code: ChangeCode, before: string, after: string, ...lead: string[]): ChangeView[] =>
  before === after ? [] : [change(code, ...lead, before, after)]

/** "17.5" as people write it. */
export const decimal = (text: string): string => text.replace('.', ',')

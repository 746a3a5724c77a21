/** The notice as respondents read it. Pure. */
import type { Definition } from './definition.ts'

/** The notice promises the very number that the campaign keeps to: `{minimumCell}` in its text stands for it. */
export const noticeText = ({ notice, minimumCell }: Pick<Definition, 'notice' | 'minimumCell'>): string =>
  notice.text.replaceAll('{minimumCell}', String(minimumCell))

/** Finds the column that a heading names, by the headings people give it. Pure. */
import { headingKey } from './heading-key.ts'

export type HeadingMatch<Kind extends string> = { kind: Kind; rank: number }

/**
 * `headings` by kind, the surest first. The answer's `rank` is 0 for the surest; a remark in brackets or after a line break
 * may follow a heading.
 */
export function createHeadingMatcher<Kind extends string>(
  headings: Record<Kind, string[]>,
): (text: string) => HeadingMatch<Kind> | undefined {
  const known = new Map<string, HeadingMatch<Kind>>()
  for (const kind of Object.keys(headings) as Kind[]) {
    headings[kind].forEach((heading, rank) => {
      if (!known.has(headingKey(heading))) known.set(headingKey(heading), { kind, rank })
    })
  }
  return (text) => {
    if (text.length > 200) return undefined
    const candidates = [text, text.replace(/[([{].*?[)\]}]/gs, ''), text.split(/[\n(:]/)[0] ?? '']
    for (const candidate of candidates) {
      const match = known.get(headingKey(candidate))
      if (match) return match
    }
    return undefined
  }
}

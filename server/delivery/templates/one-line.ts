/**
 * A value from a roster or a definition, fit to stand inside a line: no line break, no invisible or direction-turning
 * character, at most `max` characters (of which the last is then "…"). Pure.
 */
export function oneLine(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  // Cheap first: a name is hardly ever long.
  if (line.length <= max) return line
  const characters = [...line]
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join('')}…`
}

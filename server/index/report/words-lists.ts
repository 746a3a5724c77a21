/** Names in sentences. Units' names hold commas ("Sở Lao động, Thương binh và Xã hội"), so semicolons stand between them. Pure. */

export function nameList(units: { name: string }[]): string {
  return units.map(({ name }) => name).join('; ')
}

/** "A", "A và B", "A; B và C": for a sentence that goes on. */
export function nameChain(units: { name: string }[]): string {
  const names = units.map(({ name }) => name)
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join('; ')} và ${names.at(-1)}`
}

/** Before what several units have alike: "A và B cùng đạt …". */
export const together = (units: { name: string }[]): string => (units.length > 1 ? 'cùng ' : '')

/** "Khối sở" → "khối sở" inside a sentence; abbreviations ("UBND cấp xã") stay as they are. */
export function withinSentence(name: string): string {
  const [first = '', second = ''] = name
  return second === second.toUpperCase() && second !== second.toLowerCase() ? name : first.toLowerCase() + name.slice(1)
}

/** The first letter large; the rest as it is. */
export function beginSentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

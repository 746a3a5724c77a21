/** Lines of a text, a paragraph each. */
export function Lines({ lines }: { lines: string[] }) {
  // Lines may be alike, and they never move.
  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the line's only name
  return lines.map((line, at) => <p key={at}>{line}</p>)
}

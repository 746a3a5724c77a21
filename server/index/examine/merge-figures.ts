/**
 * Figures of one report from several files: what a later one says is added to the first, block by block and entry by entry of
 * the lists whose entries have a code; where both speak the later one counts. Judged as a whole afterwards, so any JSON.
 */
export function mergeFigures<Figures>(figures: Figures, more: unknown): Figures {
  if (Array.isArray(figures) && Array.isArray(more)) return mergeLists(figures, more) as Figures
  if (!isGroup(figures) || !isGroup(more)) return more as Figures
  const merged: Record<string, unknown> = { ...figures }
  for (const [key, value] of Object.entries(more))
    if (key !== 'source' || !Object.hasOwn(figures, key))
      merged[key] = Object.hasOwn(figures, key) ? mergeFigures(merged[key], value) : value
  return merged as Figures
}

function mergeLists(entries: unknown[], more: unknown[]): unknown[] {
  const codeOf = (entry: unknown) => (isGroup(entry) && 'code' in entry ? String(entry.code) : undefined)
  if ([...entries, ...more].some((entry) => codeOf(entry) === undefined)) return more
  const added = new Map(more.map((entry) => [codeOf(entry), entry]))
  const known = new Set(entries.map(codeOf))
  return [
    ...entries.map((entry) => (added.has(codeOf(entry)) ? mergeFigures(entry, added.get(codeOf(entry))) : entry)),
    ...more.filter((entry) => !known.has(codeOf(entry))),
  ]
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What the page of the index keeps in its address, so that a link leads to one unit or one table. Pure. */
const VIEWS = ['ranks', 'domains', 'survey'] as const
export type View = (typeof VIEWS)[number]

export type IndexSearch = { block?: string; unit?: string; view: View }

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

export function readIndexSearch(search: Record<string, unknown>): IndexSearch {
  const block = text(search.block)
  const unit = text(search.unit)
  return {
    view: VIEWS.find((view) => view === search.view) ?? 'ranks',
    ...(block && { block }),
    ...(unit && { unit }),
  }
}

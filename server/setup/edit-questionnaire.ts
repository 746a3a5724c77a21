/**
 * One group's questionnaire after an edit of the table: questions taken out, worded, put in, moved; all else (choices,
 * opening words, pages) as it was authored. A questionnaire of which nothing changed is the same object. Pure.
 */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Questionnaire } from '../campaigns/definition.ts'
import { type Element, editElement, isElement, mapQuestions, namesIn } from './edit-element.ts'
import type { MeantRow } from './judge-table-rows.ts'

type Page = { frame: Element; elements: unknown[] }
type Draft = { frame: Element; pages: Page[]; flat: boolean }

export type QuestionnaireEdit = {
  /** The rows that this group sees, in the table's order, each with its question's name. */
  wanted: MeantRow[]
  /** The same questions in the order that they had in the table before. */
  orderBefore: string[]
  /** The question as it is asked elsewhere, or new. */
  make(meant: MeantRow): Element
  /** Old name of a domain → new name. */
  renamed: ReadonlyMap<string, string>
  /** The answers of a scored question. */
  levels: Element[]
}

export function editQuestionnaire(base: Questionnaire, edit: QuestionnaireEdit): Questionnaire {
  const { wanted, renamed, make, levels } = edit
  const draft = unfold(base)
  const byName = new Map(wanted.map((meant) => [meant.row.question, meant]))
  // A question that went to another domain is taken out here and put in there.
  const stays = ({ row, was }: MeantRow) => was !== undefined && was.domain === row.domain
  const moved = new Map<string, Element>()
  draft.pages = draft.pages.flatMap(({ frame, elements }) => {
    const left = mapQuestions(elements, (element) => {
      const meant = byName.get(element.name)
      if (!meant) return null
      const edited = editElement(element, meant, levels)
      if (stays(meant)) return edited
      moved.set(element.name, edited)
      return null
    })
    // A page goes with its last question.
    if (elements.length > 0 && left.length === 0 && !draft.flat) return []
    const title = typeof frame.title === 'string' ? renamed.get(frame.title) : undefined
    return [{ frame: title === undefined ? frame : { ...frame, title }, elements: left }]
  })
  const kept = new Set(draft.pages.flatMap(({ elements }) => [...namesIn(elements)]))
  reorder(draft, kept, edit)
  wanted.forEach((meant, at) => {
    const { question } = meant.row
    if (!kept.has(question)) insert(draft, wanted, at, moved.get(question) ?? make(meant))
  })
  const edited = fold(draft)
  return canonicalJson(edited) === canonicalJson(base) ? base : edited
}

function unfold(base: Questionnaire): Draft {
  const { pages, ...frame } = base
  if (Array.isArray(pages)) return { frame, pages: pages.filter(isElement).map(unfoldPage), flat: false }
  const { elements, frame: rest } = unfoldPage(frame)
  return { frame: rest, pages: [{ frame: {}, elements }], flat: true }
}

function unfoldPage(page: Element): Page {
  const { elements, questions, ...frame } = page
  const all = elements ?? questions
  return { frame, elements: Array.isArray(all) ? all : [] }
}

function fold({ frame, pages, flat }: Draft): Questionnaire {
  if (flat && pages.length <= 1) return { ...frame, elements: pages[0]?.elements ?? [] }
  return { ...frame, pages: pages.map((page) => ({ ...page.frame, elements: page.elements })) }
}

/** Only where the table's order changed: a questionnaire may ask in another order than the table lists. */
function reorder(draft: Draft, kept: ReadonlySet<string>, { wanted, orderBefore }: QuestionnaireEdit): void {
  const now = wanted.map(({ row }) => row.question).filter((name) => kept.has(name))
  const before = orderBefore.filter((name) => kept.has(name))
  if (now.every((name, at) => name === before[at])) return
  const rank = new Map(now.map((name, at) => [name, at]))
  const rankOf = (elements: unknown[]) => {
    const ranks = [...namesIn(elements)].flatMap((name) => rank.get(name) ?? [])
    return ranks.length === 0 ? null : Math.min(...ranks)
  }
  for (const page of draft.pages) page.elements = sortByRank(page.elements, (element) => rankOf([element]))
  draft.pages = sortByRank(draft.pages, ({ elements }) => rankOf(elements))
}

/** What has no rank stays behind what it stood behind. */
function sortByRank<Entry>(entries: Entry[], rankOf: (entry: Entry) => number | null): Entry[] {
  let last = -1
  return entries
    .map((entry) => {
      last = rankOf(entry) ?? last
      return { entry, rank: last }
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

/** Beside the nearest question of the same domain; where there is none, on a page of its own behind the row before. */
function insert(draft: Draft, wanted: MeantRow[], at: number, element: Element): void {
  const { domain, domainName } = wanted[at]!.row
  const place = (index: number) => placeOf(draft, wanted[index]!.row.question)
  const nearest = (indices: number[]) => indices.find((index) => place(index) !== undefined)
  const before = range(at).reverse()
  const after = range(wanted.length).slice(at + 1)
  const alike = (index: number) => wanted[index]!.row.domain === domain
  // Without a domain only a neighbour tells where: the page of other words may hold anything.
  const near = (indices: number[]) => (domain === '' ? indices.slice(0, 1) : indices).filter(alike)
  const previous = draft.flat ? nearest(before) : nearest(near(before))
  const next = draft.flat ? nearest(after) : nearest(near(after))
  const beside = previous ?? next
  if (beside !== undefined) {
    const { page, element: index } = place(beside)!
    draft.pages[page]!.elements.splice(previous === undefined ? index : index + 1, 0, element)
    return
  }
  const behind = nearest(before)
  const page = behind === undefined ? 0 : place(behind)!.page + 1
  const frame = { name: pageName(draft, domain), title: domainName || 'Ý kiến khác' }
  if (draft.flat && draft.pages[0]?.elements.length === 0) draft.pages[0].elements.push(element)
  else draft.pages.splice(page, 0, { frame, elements: [element] })
}

function placeOf({ pages }: Draft, name: string): { page: number; element: number } | undefined {
  for (const [page, { elements }] of pages.entries()) {
    const element = elements.findIndex((one) => namesIn([one]).has(name))
    if (element >= 0) return { page, element }
  }
  return undefined
}

function pageName({ pages }: Draft, domain: string): string {
  const taken = new Set(pages.flatMap(({ frame, elements }) => [String(frame.name ?? ''), ...namesIn(elements)]))
  const base = domain === '' ? 'y_kien_khac' : `linh_vuc_${domain.replace(/[^A-Za-z0-9]+/g, '_')}`
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`
  return name
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index)

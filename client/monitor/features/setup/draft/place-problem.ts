/** Where in the tables a problem stands that the server names by a path, as `blocks[so].criteria[1.2].max`. Pure. */
import { cellOf, type Sheet } from '../sheet/sheet.ts'
import { BLOCKS, CLASSES, type Draft, GENERAL, LEVELS, type Place, rowsOf, sheetOf } from './draft.ts'

const FIELDS: Record<string, string> = {
  ...{ title: 'title', year: 'year', surveyMax: 'surveyMax', minimumCell: 'minimumCell' },
  ...{ organizer: 'organizerPhone', 'organizer.name': 'organizerName', 'organizer.phone': 'organizerPhone' },
  ...{ 'organizer.email': 'organizerEmail', notice: 'noticeText', 'notice.version': 'noticeVersion' },
  ...{ 'notice.text': 'noticeText', 'noOpinion.value': 'noOpinionCode', 'noOpinion.name': 'noOpinionName' },
  ...{ 'index.total': 'indexTotal', 'index.ties': 'indexTies' },
}

/** Null: it belongs to nothing that a table shows. */
export function placeOf(path: string, draft: Draft): Place | null {
  const field = FIELDS[path]
  if (field) return { sheet: GENERAL, row: GENERAL, column: field }
  const level = /^levels(?:\[(.+?)\](?:\.(\w+))?)?$/.exec(path)
  if (level) return inSheet(rowsOf(draft, LEVELS), LEVELS, level[1], level[2] === 'value' ? 'code' : level[2])
  const kind = /^index(?:\.classes(?:\[(.+?)\](?:\.(\w+))?)?)?$/.exec(path)
  if (kind) return inSheet(rowsOf(draft, CLASSES), CLASSES, kind[1], kind[2])
  const inBlock = /^blocks\[(.+?)\](?:\.(.*))?$/.exec(path)
  if (!inBlock) return path === 'blocks' ? { sheet: BLOCKS } : null
  const block = rowsOf(draft, BLOCKS).find(
    (row, at) => cellOf(row, 'code').trim() === inBlock[1] || String(at) === inBlock[1],
  )
  return block ? placeInBlock(inBlock[2] ?? '', block.id, draft) : { sheet: BLOCKS }
}

const LISTS = {
  units: 'units',
  groups: 'groups',
  sources: 'sources',
  domains: 'domains',
  criteria: 'questions',
} as const

function placeInBlock(rest: string, block: string, draft: Draft): Place {
  const list = /^(units|groups|sources|domains|criteria)(?:\[(.+?)\](?:\.(\w+))?.*)?$/.exec(rest)
  if (list) {
    const sheet = sheetOf(block, LISTS[list[1] as keyof typeof LISTS])
    const column = list[1] === 'criteria' && list[3] === 'question' ? 'title' : list[3]
    return inSheet(rowsOf(draft, sheet), sheet, list[2], column === 'questionnaire' ? 'code' : column)
  }
  const set = /^criteriaSet(?:\[(.+?)\](?:\.parts\[(.+?)\])?(?:\.(\w+))?)?$/.exec(rest)
  if (set) {
    const sheet = sheetOf(block, 'set')
    return inSheet(rowsOf(draft, sheet), sheet, set[2] ?? set[1], set[3])
  }
  const asked =
    /^questionnaires\[(.+?)\]\.([A-Za-z][\w-]*(?:\.[\w-]+)*?)(?:\.(type|title|description|choices|html))?$/.exec(rest)
  const sheet = sheetOf(block, 'questions')
  const row = asked && rowsOf(draft, sheet).find(({ cells }) => cells.question === asked[2])
  if (row) return { sheet, row: row.id, column: asked[3] === 'description' ? 'description' : 'title' }
  if (rest.startsWith('questionnaires')) return { sheet }
  return { sheet: BLOCKS, row: block, ...(/^(name|code|weighting)$/.test(rest) && { column: rest }) }
}

/** The row by its code, or by its place in the list where it has none. */
function inSheet(rows: Sheet, sheet: string, code: string | undefined, column: string | undefined): Place {
  const row =
    rows.find(({ cells }) => code !== undefined && (cells.code ?? '').trim() === code) ??
    (code !== undefined && /^\d+$/.test(code) ? rows[Number(code)] : undefined)
  if (!row) return { sheet }
  return { sheet, row: row.id, ...(column && { column }) }
}

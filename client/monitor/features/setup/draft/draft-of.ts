/** A definition as the tables that are edited (draft.ts). Pure; definition-of.ts is the way back. */
import type { Block, Definition, SetCriterion } from '../../../../../server/campaigns/definition.ts'
import { rowsOf } from '../../../../../server/setup/question-table.ts'
import type { Row, Sheet } from '../sheet/sheet.ts'
import { typedOf } from './decimal-text.ts'
import { BLOCKS, CLASSES, type Draft, GENERAL, LEVELS, SEEN, seenBy, sheetOf } from './draft.ts'

/** Between several names in one cell. */
const SEPARATOR = '; '
/** In the cell of predecessors: continues no unit of last year. An empty cell: the unit of the same code. */
export const NO_PREDECESSOR = '–'

export function draftOf(definition: Definition): Draft {
  const { levels, blocks, index } = definition
  return {
    [GENERAL]: [{ id: GENERAL, cells: generalOf(definition) }],
    [LEVELS]: rows(levels, ({ value, name, share }) => ({ code: value, name, share: typedOf(share) })),
    [CLASSES]: rows(index?.classes ?? [], ({ code, name, from }) => ({ code, name, from: typedOf(from) })),
    [BLOCKS]: rows(blocks, ({ code, name, weighting }) => ({ code, name, weighting })),
    ...Object.fromEntries(blocks.flatMap((block) => blockSheets(block))),
  }
}

function generalOf({ title, year, organizer, surveyMax, minimumCell, notice, noOpinion, index }: Definition) {
  return {
    ...{ title, year: String(year), surveyMax: typedOf(surveyMax), minimumCell: String(minimumCell) },
    ...{ organizerName: organizer.name, organizerPhone: organizer.phone, organizerEmail: organizer.email },
    ...{ noticeVersion: notice.version, noticeText: notice.text },
    ...{ noOpinionCode: noOpinion.value, noOpinionName: noOpinion.name },
    ...{ indexTotal: index ? typedOf(index.total) : '', indexTies: index?.ties ?? '' },
  }
}

function blockSheets(block: Block): [string, Sheet][] {
  const named = (sheet: Parameters<typeof sheetOf>[1], content: Sheet): [string, Sheet] => [
    sheetOf(block.code, sheet),
    content,
  ]
  const questions = questionRows(block)
  return [
    named(
      'units',
      rows(block.units, ({ code, name, aliases = [], predecessors }) => ({
        ...{ code, name, aliases: aliases.join(SEPARATOR) },
        predecessors: predecessors === undefined ? '' : predecessors.join(SEPARATOR) || NO_PREDECESSOR,
      })),
    ),
    named(
      'groups',
      rows(block.groups, ({ code, name, aliases = [], weight }) => ({
        ...{ code, name, aliases: aliases.join(SEPARATOR) },
        weight: weight === undefined ? '' : typedOf(weight),
      })),
    ),
    named(
      'sources',
      rows(block.sources, ({ code, name, origin, max }) => ({ code, name, origin, max: typedOf(max) })),
    ),
    named(
      'domains',
      rows(block.domains, ({ code, name }) => ({ code, name })),
    ),
    named('questions', questions),
    named('set', setRows(block.criteriaSet ?? [], questions)),
  ]
}

/** Domain, source and groups stand there by the ids of their rows, so that they may be renamed. */
function questionRows(block: Block): Sheet {
  return rows(
    rowsOf(block).map((row) => ({ ...row, code: row.criterion || `?${row.question}` })),
    ({ criterion, question, domain, name, max, source, kind, title, description, required, groups }) => ({
      ...{ domain, code: criterion, name, max: typedOf(max), source, kind, title, description, question },
      required: required ? SEEN : '',
      ...Object.fromEntries(block.groups.map(({ code }) => [seenBy(code), groups.includes(code) ? SEEN : ''])),
    }),
  )
}

/** Component criteria follow their criterion as rows of their own; `from` is the id of a row of the questions. */
export function setRows(set: SetCriterion[], questions: Sheet): Sheet {
  const idOf = (criterion: string | undefined) =>
    criterion === undefined ? '' : (questions.find(({ cells }) => cells.code === criterion)?.id ?? criterion)
  const entries = set.flatMap(({ parts = [], ...criterion }) => [
    { ...criterion, part: '' },
    ...parts.map((part) => ({ ...part, domain: criterion.domain, part: SEEN })),
  ])
  return rows(entries, ({ code, name, domain, max, from, part }) => ({
    ...{ code, name, domain, part, max: typedOf(max), from: idOf(from) },
  }))
}

/** Rows named by code; a code that comes twice gets a number. */
function rows<T extends { code: string } | { value: string }>(
  list: readonly T[],
  cells: (item: T) => Row['cells'],
): Sheet {
  const used = new Set<string>()
  return list.map((item) => {
    const code = 'code' in item ? item.code : item.value
    let id = code
    for (let again = 2; used.has(id); again += 1) id = `${code}~${again}`
    used.add(id)
    return { id, cells: cells(item) }
  })
}

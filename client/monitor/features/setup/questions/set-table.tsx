/** The criteria set of the whole index: which points are appraised, and which the survey gives. */
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { t } from '../../../words/t.ts'
import { columnName } from '../column-words.ts'
import { decimalFrom, sumOf, typedOf } from '../draft/decimal-text.ts'
import { definitionOf, isSetTouched } from '../draft/definition-of.ts'
import { type Draft, GENERAL, rowsOf, SEEN, sheetOf } from '../draft/draft.ts'
import { setRows } from '../draft/draft-of.ts'
import { isPart, partsAfter, setMax } from '../draft/set-of.ts'
import { type Column, namedOption } from '../sheet/column.ts'
import { cellOf, type Row, type Sheet } from '../sheet/sheet.ts'
import { SheetPanel } from '../sheet-panel.tsx'
import { type Setup, useSetup } from '../state/setup-context.ts'

export function SetTable({ block }: { block: Row }) {
  const setup = useSetup()
  const { draft, readOnly } = setup
  const questions = rowsOf(draft, sheetOf(block.id, 'questions'))
  const domains = rowsOf(draft, sheetOf(block.id, 'domains'))
  // Columns stay while what they are made of stays, or every cell is drawn anew at each letter.
  const columns = useMemo(() => columnsOf(questions, domains), [questions, domains])
  if (cellOf(rowsOf(draft, GENERAL)[0], 'indexTotal') === '')
    return <p>{t`Đợt này không tính Chỉ số nên không có bộ tiêu chí. Bật ở mục Thông tin chung.`}</p>
  const follows = followedSet(setup, block)
  const sheet = sheetOf(block.id, 'set')
  const shown: Draft = follows ? { ...draft, [sheet]: follows } : draft
  const set = rowsOf(shown, sheet)
  const total = sumOf(set.map((row, at) => (isPart(row) ? '0' : setMax(set, at, questions))))
  const appraised = sumOf(
    set.map((row, at) => (isLeaf(set, at) && cellOf(row, 'from') === '' ? cellOf(row, 'max') : '0')),
  )
  return (
    <SheetPanel
      sheet={sheet}
      shown={shown}
      columns={columns}
      whole={false}
      adds={[{ words: t`Thêm tiêu chí` }, { words: t`Thêm thành phần`, fresh: freshPart }]}
      about={t`Mọi điểm của Chỉ số: tiêu chí thẩm định ghi điểm tối đa, tiêu chí lấy điểm khảo sát thì chọn tiêu chí ở cột Lấy điểm từ và điểm tự theo. Tiêu chí có thành phần thì điểm là tổng các thành phần đứng ngay dưới.`}
      aside={
        follows &&
        !readOnly && (
          <Button size="xs" variant="default" onClick={() => setup.edit(sheet, follows)}>
            {t`Ghi nhận theo bảng câu hỏi`}
          </Button>
        )
      }
    >
      <p>{t`Tổng ${typedOf(decimalFrom(total))} điểm, trong đó thẩm định ${typedOf(decimalFrom(appraised))} điểm.`}</p>
    </SheetPanel>
  )
}

/** While nobody edited the set itself, it follows the criteria of the survey: what it has become; undefined when the draft holds it. */
function followedSet({ draft, base }: Setup, block: Row): Sheet | undefined {
  if (isSetTouched(draft, base.draft, block.id)) return undefined
  const now = definitionOf(draft, base).definition.blocks.find(({ code }) => code === cellOf(block, 'code').trim())
  const before = rowsOf(draft, sheetOf(block.id, 'set'))
  const rows = setRows(now?.criteriaSet ?? [], rowsOf(draft, sheetOf(block.id, 'questions')))
  const domains = rowsOf(draft, sheetOf(block.id, 'domains'))
  const idOf = (code: string) => domains.find((row) => cellOf(row, 'code').trim() === code)?.id ?? code
  const read = rows.map((row) => ({ ...row, cells: { ...row.cells, domain: idOf(cellOf(row, 'domain')) } }))
  const same = JSON.stringify(read.map(({ cells }) => cells)) === JSON.stringify(before.map(({ cells }) => cells))
  return same ? undefined : read
}

const isLeaf = (set: Sheet, at: number): boolean => partsAfter(set, at).length === 0
const freshPart = (beside: Row | undefined): Row['cells'] => ({ part: SEEN, domain: cellOf(beside, 'domain') })

function columnsOf(questions: Sheet, domains: Sheet): Column[] {
  const taken = questions.filter((row) => cellOf(row, 'code') !== '')
  const at = (row: Row, set: Sheet) => set.findIndex(({ id }) => id === row.id)
  const hasParts = (row: Row, set: Sheet) => partsAfter(set, at(row, set)).length > 0
  const column = (key: string) => ({ key, name: columnName('set:', key) })
  return [
    { ...column('part'), kind: 'check', width: 86 },
    { ...column('domain'), kind: 'choice', width: 160, options: domains.map(namedOption), off: isPart },
    { ...column('code'), kind: 'text', width: 84 },
    { ...column('name'), kind: 'long', width: 320 },
    {
      ...{ ...column('max'), kind: 'number', width: 84 },
      off: (row, set) => cellOf(row, 'from') !== '' || hasParts(row, set),
      show: (row, set) => setMax(set, at(row, set), questions),
    },
    {
      ...{ ...column('from'), kind: 'choice', width: 220 },
      options: [{ value: '', label: t`Thẩm định` }, ...taken.map(namedOption)],
      off: hasParts,
    },
  ]
}

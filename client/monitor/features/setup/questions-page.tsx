/** Questions and criteria of a block as one table, with their sums; the sources, domains and the index's criteria beside it. */
import { useMemo, useState } from 'react'
import page from '../../shared/page.module.css'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { t } from '../../words/t.ts'
import { BlockChoice, useBlock } from './block-choice.tsx'
import { columnName } from './column-words.ts'
import { type BlockSheet, LEVELS, rowsOf, sheetOf } from './draft/draft.ts'
import { hasMarkup } from './questions/introduction.ts'
import { freshCriterion, freshQuestion, kindsOf, questionColumns } from './questions/question-columns.ts'
import { QuestionSums } from './questions/question-sums.tsx'
import { SetTable } from './questions/set-table.tsx'
import { UploadQuestions } from './questions/upload-questions.tsx'
import classes from './setup.module.css'
import type { Column } from './sheet/column.ts'
import { cellOf, type Row } from './sheet/sheet.ts'
import { SheetPanel } from './sheet-panel.tsx'
import { domainSum } from './state/judge-locally.ts'
import { useSetup } from './state/setup-context.ts'

const TABLES = [
  { value: 'questions', label: t`Câu hỏi` },
  { value: 'sources', label: t`Nguồn, lĩnh vực` },
  { value: 'set', label: t`Bộ tiêu chí` },
] as const
type Table = (typeof TABLES)[number]['value']

const ORIGINS = [
  { value: 'survey', label: t`Khảo sát này` },
  { value: 'imported', label: t`Nơi khác cung cấp` },
]
const SOURCE_COLUMNS: Column[] = [
  { key: 'code', name: columnName('sources', 'code'), kind: 'text', width: 120 },
  { key: 'name', name: columnName('sources', 'name'), kind: 'long', width: 300 },
  { key: 'origin', name: columnName('sources', 'origin'), kind: 'choice', width: 180, options: ORIGINS },
  { key: 'max', name: columnName('sources', 'max'), kind: 'number', width: 90 },
]
const DOMAIN_COLUMNS: Column[] = [
  { key: 'code', name: columnName('domains', 'code'), kind: 'text', width: 90 },
  { key: 'name', name: columnName('domains', 'name'), kind: 'long', width: 360 },
]

export function QuestionsPage() {
  const [block, choose] = useBlock()
  const [table, setTable] = useState<Table>('questions')
  if (!block) return <p>{t`Chưa có khối nào. Hãy thêm khối ở mục Đơn vị và nhóm.`}</p>
  return (
    <div className={page.stack}>
      <div className={classes.row}>
        <BlockChoice block={block} onChoose={choose} />
        <SegmentedControl
          aria-label={t`Chọn bảng`}
          data={[...TABLES]}
          value={table}
          onChange={(value) => setTable(value as Table)}
        />
      </div>
      {table === 'questions' && <Questions key={block.id} block={block} />}
      {table === 'sources' && (
        <>
          <SheetPanel
            above={<QuestionSums block={block.id} />}
            sheet={sheetOf(block.id, 'sources')}
            columns={SOURCE_COLUMNS}
            adds={[{ words: t`Thêm nguồn điểm`, fresh: () => ({ origin: 'survey' }) }]}
            about={t`Điểm khảo sát có thể từ nhiều nguồn, ví dụ khảo sát cán bộ ở đây và khảo sát người dân do nơi khác làm rồi nhập vào.`}
          />
          <SheetPanel
            sheet={sheetOf(block.id, 'domains')}
            columns={DOMAIN_COLUMNS}
            adds={[{ words: t`Thêm lĩnh vực` }]}
            about={t`Mỗi lĩnh vực là một trang của phiếu trên điện thoại.`}
          />
        </>
      )}
      {table === 'set' && <SetTable key={block.id} block={block} />}
    </div>
  )
}

function Questions({ block }: { block: Row }) {
  const { draft, readOnly } = useSetup()
  const domains = rowsOf(draft, sheetOf(block.id, 'domains'))
  const of = (sheet: BlockSheet) => draft[sheetOf(block.id, sheet)]
  const kinds = kindsOf(draft, block.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns stay while what they are made of stays, or every cell is drawn anew at each letter
  const columns = useMemo(
    () => questionColumns(draft, block.id),
    [of('groups'), of('domains'), of('sources'), draft[LEVELS], kinds, block.id],
  )
  const heading = (row: Row, before: Row | undefined) => {
    const domain = domains.find(({ id }) => id === cellOf(row, 'domain'))
    if (before && cellOf(before, 'domain') === cellOf(row, 'domain')) return null
    if (!domain) return <span>{t`Không thuộc lĩnh vực nào`}</span>
    const { criteria, points } = domainSum(draft, block.id, domain.id)
    return (
      <>
        <span>
          {cellOf(domain, 'code')}. {cellOf(domain, 'name')}
        </span>
        <small>{t`${criteria} tiêu chí · ${points} điểm`}</small>
      </>
    )
  }
  return (
    <>
      <SheetPanel
        sheet={sheetOf(block.id, 'questions')}
        columns={columns}
        whole={false}
        adds={[
          { words: t`Thêm tiêu chí`, fresh: freshCriterion },
          { words: t`Thêm câu không chấm điểm`, fresh: freshQuestion },
        ]}
        heading={heading}
        above={<QuestionSums block={block.id} />}
      >
        {rowsOf(draft, sheetOf(block.id, 'questions')).some(hasMarkup) && (
          <p className={classes.about}>
            {t`Lời dẫn có định dạng hiện trong bảng như chữ thường; bấm vào ô mới thấy các dấu: <p>…</p> là một đoạn, <strong>…</strong> là chữ đậm. Có thể chỉ sửa phần chữ, hoặc bỏ hết các dấu để lời dẫn là chữ thường. Xem đúng như trên điện thoại ở mục Xem thử phiếu.`}
          </p>
        )}
        <p className={classes.legend}>
          {rowsOf(draft, sheetOf(block.id, 'groups')).map((group) => (
            <span key={group.id}>
              <b>{cellOf(group, 'code')}</b> {cellOf(group, 'name')}
            </span>
          ))}
        </p>
        {!readOnly && (
          <p className={classes.keys}>
            {t`Dùng như Excel: phím mũi tên và Enter để đi, F2 để sửa trong ô, Esc để bỏ, kéo chuột hoặc Shift+mũi tên để chọn nhiều ô, Ctrl+C và Ctrl+V để chép và dán, Ctrl+D chép ô trên, Alt+↑↓ chuyển dòng, Ctrl+Z hoàn tác, Ctrl+S lưu.`}
          </p>
        )}
      </SheetPanel>
      <UploadQuestions block={block} />
    </>
  )
}

/** Title, year, organizer, the notice, levels and what the points add up to. */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import page from '../../shared/page.module.css'
import { Panel } from '../../shared/panel.tsx'
import { isSampleValue } from '../../shared/sample-values.ts'
import { t } from '../../words/t.ts'
import { columnName } from './column-words.ts'
import { CLASSES, GENERAL, LEVELS, rowsOf } from './draft/draft.ts'
import { NoticePreview } from './notice-preview.tsx'
import classes from './setup.module.css'
import type { Column } from './sheet/column.ts'
import { cellOf, setCell } from './sheet/sheet.ts'
import { SheetPanel } from './sheet-panel.tsx'
import { useSetup } from './state/setup-context.ts'

const LEVEL_COLUMNS: Column[] = [
  { key: 'code', name: columnName(LEVELS, 'code'), kind: 'text', width: 120 },
  { key: 'name', name: columnName(LEVELS, 'name'), kind: 'long', width: 200 },
  { key: 'share', name: columnName(LEVELS, 'share'), kind: 'number', width: 80 },
]
const CLASS_COLUMNS: Column[] = [
  { key: 'code', name: columnName(CLASSES, 'code'), kind: 'text', width: 90 },
  { key: 'name', name: columnName(CLASSES, 'name'), kind: 'long', width: 200 },
  { key: 'from', name: columnName(CLASSES, 'from'), kind: 'number', width: 90 },
]
const TIES = [
  { value: 'same-rank', label: t`Cùng hạng, hạng sau bỏ trống (1, 1, 3)` },
  { value: 'same-rank-dense', label: t`Cùng hạng, hạng sau liền kề (1, 1, 2)` },
  { value: 'higher-survey', label: t`Ai nhiều điểm khảo sát hơn thì đứng trên` },
]
const INDEX_TOTAL = '100'
/** What respondents read, and an example fills in. */
const READ_BY_PEOPLE = ['title', 'organizerName', 'organizerPhone', 'organizerEmail']

export function GeneralPage() {
  const { draft, readOnly, edit } = useSetup()
  const general = rowsOf(draft, GENERAL)
  const hasIndex = cellOf(general[0], 'indexTotal') !== ''
  const put = (column: string, value: string) => edit(GENERAL, setCell(general, GENERAL, column, value))
  return (
    <div className={page.stack}>
      <Panel title={t`Đợt điều tra`}>
        <div className={classes.fields}>
          <Field column="title" wide />
          <Field column="year" />
          <Field column="organizerName" />
          <Field column="organizerPhone" />
          <Field column="organizerEmail" />
        </div>
      </Panel>
      <Panel title={t`Thông báo về dữ liệu cá nhân`}>
        <p className={classes.about}>
          {t`Người được khảo sát đọc thông báo này trước câu hỏi đầu tiên và đồng ý theo đúng bản này. Sửa nội dung thì ghi bản mới.`}
        </p>
        <div className={classes.fields}>
          <Field column="noticeVersion" />
          <Field
            column="noticeText"
            about={t`Dòng trống tách các đoạn. Dòng bắt đầu bằng ## là đề mục, bằng - là một gạch đầu dòng; **từ in đậm** đứng giữa hai cặp dấu sao. Từ trong ngoặc nhọn hiện thành số phiếu tối thiểu.`}
            long
            wide
          />
        </div>
        <NoticePreview text={cellOf(general[0], 'noticeText')} minimumCell={cellOf(general[0], 'minimumCell')} />
      </Panel>
      <Panel title={t`Điểm`}>
        <div className={classes.fields}>
          <Field
            column="surveyMax"
            about={t`Mỗi khối có các nguồn điểm cộng lại bằng số này; nguồn điểm sửa ở mục Câu hỏi và tiêu chí.`}
          />
          <Field
            column="minimumCell"
            about={t`Không con số nào được công bố khi dưới số phiếu này, để không ai đoán được ai trả lời gì. Không dưới 3.`}
          />
        </div>
      </Panel>
      <SheetPanel
        sheet={LEVELS}
        columns={LEVEL_COLUMNS}
        about={t`Xếp từ mức tốt nhất xuống. Hệ số 1 là trọn điểm, 0 là không điểm; mỗi câu chấm điểm có đúng các mức này.`}
      >
        <div className={classes.fields} style={{ marginTop: 14 }}>
          <Field column="noOpinionName" about={t`Không tính vào điểm, chỉ báo có bao nhiêu người chọn.`} />
          <Field column="noOpinionCode" />
        </div>
      </SheetPanel>
      <Panel title={t`Chỉ số cải cách hành chính`}>
        <div className={page.stack}>
          <Checkbox
            label={t`Đợt này tính cả Chỉ số (điểm thẩm định cộng điểm khảo sát)`}
            checked={hasIndex}
            disabled={readOnly}
            onChange={(event) => put('indexTotal', event.currentTarget.checked ? INDEX_TOTAL : '')}
          />
          {hasIndex && (
            <div className={classes.fields}>
              <Field column="indexTotal" />
              <NativeSelect
                label={columnName(GENERAL, 'indexTies')}
                data={TIES}
                value={cellOf(general[0], 'indexTies') || TIES[0]!.value}
                disabled={readOnly}
                onChange={(event) => put('indexTies', event.currentTarget.value)}
              />
            </div>
          )}
        </div>
      </Panel>
      {hasIndex && (
        <SheetPanel
          sheet={CLASSES}
          columns={CLASS_COLUMNS}
          about={t`Xếp từ loại cao nhất xuống; loại cuối bắt đầu từ 0 điểm.`}
        />
      )}
    </div>
  )
}

type FieldProps = { column: string; about?: string; long?: boolean; wide?: boolean }

function Field({ column, about, long, wide }: FieldProps) {
  const { draft, problems, readOnly, edit } = useSetup()
  const general = rowsOf(draft, GENERAL)
  const wrong = problems.filter((one) => one.sheet === GENERAL && one.column === column).map(({ problem }) => problem)
  const value = cellOf(general[0], column)
  const sample = READ_BY_PEOPLE.includes(column) && isSampleValue(value)
  const shared = {
    label: columnName(GENERAL, column),
    description: sample ? (
      <span
        className={classes.sample}
      >{t`Còn là nội dung của bộ ví dụ; người trả lời sẽ đọc, nên sửa trước khi mở.`}</span>
    ) : (
      about
    ),
    error: wrong.length > 0 && wrong.join(' '),
    value,
    readOnly,
    className: wide ? classes.wide : undefined,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    onChange: (event: { currentTarget: { value: string } }) =>
      edit(GENERAL, setCell(general, GENERAL, column, event.currentTarget.value), column),
  }
  return long ? <Textarea {...shared} rows={12} /> : <TextInput {...shared} autoComplete="off" />
}

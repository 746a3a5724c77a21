/** What the report still wants, and the files that it can be taken away in. */

import { Button } from '@mantine/core'
import { formatCount } from '../../../shared/format-vi.ts'
import type { ReportDocument, ReportField } from '../../../shared/report-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { DownloadIcon } from '../../shared/icons.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import { fieldAnchor } from './field-box.tsx'
import classes from './report-page.module.css'
import { goTo } from './report-places.ts'

const FILES = [
  { kind: 'docx', name: 'Word (.docx)' },
  { kind: 'xlsx', name: 'Excel (.xlsx)' },
  { kind: 'html', name: t`Trang web (.html)` },
] as const

type ReportStateProps = {
  code: string
  report: ReportDocument
  /** Narrative fields, in the document's order. */
  narratives: ReportField[]
  unsaved: string[]
}

export function ReportState({ code, report: { provisional }, narratives, unsaved }: ReportStateProps) {
  const unwritten = narratives.filter(({ field, text }) => text === '' && !unsaved.includes(field))
  const waiting = narratives.filter(({ field }) => unsaved.includes(field))
  return (
    <Panel label={t`Tình trạng báo cáo`}>
      <div className={classes.state}>
        <div className={classes.words}>
          <p className={classes.line}>
            <StatePill
              tone={provisional ? 'warn' : 'good'}
              words={provisional ? t`SỐ LIỆU TẠM TÍNH` : t`Số liệu đã chốt`}
            />
            <span>
              {provisional
                ? t`Các con số còn thay đổi cho tới khi chốt Chỉ số; mọi tệp tải về đều ghi “SỐ LIỆU TẠM TÍNH”.`
                : t`Các con số lấy từ Chỉ số đã chốt. Lời văn vẫn sửa được.`}
            </span>
          </p>
          <Jumps fields={unwritten} words={t`Còn ${formatCount(unwritten.length)} phần chưa viết`} />
          {narratives.length > 0 && unwritten.length === 0 && waiting.length === 0 && <p>{t`Mọi phần đã viết.`}</p>}
          <Jumps fields={waiting} words={t`${formatCount(waiting.length)} phần sửa chưa lưu`} />
        </div>
        <div className={classes.files}>
          {FILES.map(({ kind, name }) => (
            <Button
              key={kind}
              component="a"
              href={campaignPath(code, `/index/report.${kind}`)}
              download={`bao-cao-${code}.${kind}`}
              variant="default"
              size="xs"
              leftSection={<DownloadIcon size={16} />}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
    </Panel>
  )
}

function Jumps({ fields, words }: { fields: ReportField[]; words: string }) {
  if (fields.length === 0) return null
  return (
    <p className={classes.jumps}>
      <b>{words}:</b>
      {fields.map(({ field, title }) => (
        <button key={field} type="button" onClick={() => goTo(fieldAnchor(field))}>
          {title}
        </button>
      ))}
    </p>
  )
}

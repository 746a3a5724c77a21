/** The report as it will be printed: head, chapters with their figures, what officers wrote, and the closing block. */

import { memo } from 'react'
import type { ReportDocument as Report, ReportField, ReportPart } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import { FieldBox } from './field-box.tsx'
import classes from './report-document.module.css'
import { headingAnchor } from './report-places.ts'
import { type OpenFigure, ReportRuns } from './report-runs.tsx'

type ReportDocumentProps = {
  code: string
  report: Report
  fields: ReportField[]
  mayChange: boolean
  onFigure: OpenFigure
}

/** Long: drawn anew only when what it shows has changed. */
export const ReportDocument = memo(function ReportDocument(props: ReportDocumentProps) {
  const { report } = props
  return (
    <article className={classes.paper} aria-label={t`Văn bản báo cáo`}>
      <Head report={report} />
      {report.parts.map((part, at) => (
        <Part key={part.kind === 'field' ? part.field : at} part={part} at={at} {...props} />
      ))}
      <Closing report={report} />
    </article>
  )
})

function Head({ report }: { report: Report }) {
  const { superior, authority, number, date, title, subtitle, provisional } = report
  return (
    <header className={classes.head} lang="vi">
      <div>
        <p className={classes.upper}>{superior}</p>
        <p className={classes.upper}>
          <b>{authority}</b>
        </p>
        <p className={classes.number}>{number}</p>
      </div>
      <div>
        <p>
          <b>{t`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`}</b>
        </p>
        <p>
          <b>{t`Độc lập - Tự do - Hạnh phúc`}</b>
        </p>
        <p>
          <i>{date}</i>
        </p>
      </div>
      <h2 className={classes.title}>
        {title}
        <span>{subtitle}</span>
      </h2>
      {provisional && <p className={classes.provisional}>{t`SỐ LIỆU TẠM TÍNH`}</p>}
    </header>
  )
}

const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const

function Part({ part, at, code, fields, mayChange, onFigure }: ReportDocumentProps & { part: ReportPart; at: number }) {
  if (part.kind === 'heading') {
    const Heading = HEADINGS[part.level as keyof typeof HEADINGS]
    return (
      <Heading id={headingAnchor(at)} tabIndex={-1} className={classes.heading} lang="vi">
        {part.text}
      </Heading>
    )
  }
  if (part.kind === 'field') {
    const field = fields.find((one) => one.field === part.field)
    return field && <FieldBox code={code} field={field} mayChange={mayChange} />
  }
  const item = part.kind === 'item' ? part.level : undefined
  return (
    <p className={classes.text} data-item={item} lang="vi">
      {item && (item === 1 ? '- ' : '+ ')}
      <ReportRuns runs={part.runs} onFigure={onFigure} />
    </p>
  )
}

function Closing({ report: { signOff } }: { report: Report }) {
  return (
    <footer className={classes.closing} lang="vi">
      <div>
        <p>
          <b>
            <i>{t`Nơi nhận:`}</i>
          </b>
        </p>
        {signOff.recipients.map((recipient) => (
          <p key={recipient} className={classes.recipient}>
            {recipient}
          </p>
        ))}
      </div>
      <div className={classes.signature}>
        {signOff.position.map((line) => (
          <p key={line}>
            <b>{line}</b>
          </p>
        ))}
        <p className={classes.signer}>
          <b>{signOff.name}</b>
        </p>
      </div>
    </footer>
  )
}

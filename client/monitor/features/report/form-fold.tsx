/** Thể thức văn bản: head, addressees, signature, and the two lists that the text is made with. */

import { formatCount } from '../../../shared/format-vi.ts'
import type { ReportField } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import { FieldBox } from './field-box.tsx'
import classes from './report-page.module.css'

type FormFoldProps = { code: string; fields: ReportField[]; mayChange: boolean; unsaved: string[] }

export function FormFold({ code, fields, mayChange, unsaved }: FormFoldProps) {
  const empty = fields.filter(({ text }) => text === '').length
  const waiting = fields.filter(({ field }) => unsaved.includes(field)).length
  return (
    <details className={classes.fold}>
      <summary>
        <b>{t`Thể thức văn bản`}</b>
        <small>
          {t`số, ngày, nơi nhận, người ký, văn bản căn cứ, các bước`}
          {empty > 0 && t` · ${formatCount(empty)} mục để trống`}
          {waiting > 0 && t` · ${formatCount(waiting)} mục chưa lưu`}
        </small>
      </summary>
      <div className={classes.form}>
        {fields.map((field) => (
          <div key={field.field} data-wide={field.kind === 'json' || undefined}>
            <FieldBox code={code} field={field} mayChange={mayChange} form />
          </div>
        ))}
      </div>
    </details>
  )
}

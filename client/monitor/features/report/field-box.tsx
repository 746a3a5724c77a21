/** One field of the report where it stands: to read, to write, to compare with what another officer saved meanwhile. */

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatMoment } from '../../../shared/format-vi.ts'
import type { ReportField } from '../../../shared/report-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { t } from '../../words/t.ts'
import classes from './field-box.module.css'
import { FieldConflict } from './field-conflict.tsx'
import { FieldControl } from './field-control.tsx'
import type { Draft } from './field-drafts.ts'
import { draftOf, linesOf, savedOf, saysTheSame } from './field-text.ts'
import { FieldVersionsDialog } from './field-versions.tsx'
import { Lines } from './lines.tsx'
import { type FieldState, useField } from './use-field.ts'

type FieldBoxProps = {
  code: string
  field: ReportField
  mayChange: boolean
  /** Shown as a form, without asking for "Sửa" first. */
  form?: boolean
}

export const fieldAnchor = (field: string): string => `muc-${field}`

export function FieldBox({ code, field, mayChange, form = false }: FieldBoxProps) {
  const state = useField(code, field)
  const [editing, setEditing] = useState(false)
  const [dropped, setDropped] = useState<Draft>()
  const { draft, other, drop } = state
  // The answer to a save may be lost on its way: what stands there then is what was typed.
  const settled = draft !== undefined && other !== undefined && saysTheSame(field.field, draft.text, other.text)
  useEffect(() => {
    if (settled) drop()
  }, [settled, drop])
  const putAway = () => {
    setDropped(draft)
    drop()
    setEditing(false)
  }
  const writes = mayChange && (form || editing || draft !== undefined)
  return (
    <section
      className={classes.box}
      id={fieldAnchor(field.field)}
      aria-label={field.title}
      tabIndex={-1}
      data-form={form || undefined}
      data-empty={field.text === '' || undefined}
    >
      <Head
        code={code}
        field={field}
        state={state}
        onEdit={mayChange && !writes ? () => setEditing(true) : undefined}
        mayChange={mayChange}
        form={form}
      />
      {mayChange && draft && other && !settled ? (
        <FieldConflict field={field} state={state} onTakeOther={putAway} />
      ) : writes ? (
        <Editor field={field} state={state} form={form} onSaved={() => setEditing(false)} onCancel={putAway} />
      ) : (
        <FieldWords field={field} />
      )}
      <ErrorNote error={state.error} />
      {dropped && !draft && (
        <p className={classes.undo} role="status">
          {t`Đã bỏ những gì bạn gõ. `}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              state.type(dropped.text, field.version)
              setDropped(undefined)
            }}
          >
            {t`Lấy lại`}
          </Button>
        </p>
      )}
    </section>
  )
}

type HeadProps = {
  code: string
  field: ReportField
  state: FieldState
  mayChange: boolean
  form: boolean
  onEdit?: (() => void) | undefined
}

function Head({ code, field, state, mayChange, form, onEdit }: HeadProps) {
  const [looking, setLooking] = useState(false)
  const { title, version, by, at, text } = field
  return (
    <div className={classes.head}>
      <span className={classes.name}>
        {title}
        {!form && by && at && <small>{t`bản ${version}, ${by}, ${formatMoment(at)}`}</small>}
      </span>
      <span className={classes.acts}>
        {version > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setLooking(true)} aria-label={t`Các bản: ${title}`}>
            {t`Các bản`}
          </Button>
        )}
        {onEdit && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={onEdit}
            aria-label={`${text === '' ? t`Viết` : t`Sửa`}: ${title}`}
          >
            {text === '' ? t`Viết` : t`Sửa`}
          </Button>
        )}
      </span>
      {looking && (
        <FieldVersionsDialog
          code={code}
          field={field}
          onClose={() => setLooking(false)}
          onReuse={
            mayChange
              ? (saved) => {
                  state.type(draftOf(field.field, saved), version)
                  setLooking(false)
                }
              : undefined
          }
        />
      )}
    </div>
  )
}

/** As it will be printed; an empty field says what belongs there. */
function FieldWords({ field: { field, text, hint } }: { field: ReportField }) {
  if (text === '') return <p className={classes.hint}>{t`Chưa viết. ${hint}`}</p>
  return <Lines lines={linesOf(field, draftOf(field, text))} />
}

type EditorProps = { field: ReportField; state: FieldState; form: boolean; onSaved: () => void; onCancel: () => void }

function Editor({ field, state, form, onSaved, onCancel }: EditorProps) {
  const { draft, busy } = state
  const typed = draft?.text ?? draftOf(field.field, field.text)
  const version = draft?.version ?? field.version
  const saved = savedOf(field.field, typed)
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(saved === undefined)
    if (saved !== undefined) state.save(saved, version, onSaved)
  }
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FieldControl field={field} value={typed} onChange={state.type} autoFocus={!form} onSubmit={submit} />
      {tried && saved === undefined && (
        <p className={classes.problem} role="alert">
          {t`Chưa lưu được: hãy sửa những dòng được chỉ ra.`}
        </p>
      )}
      {(!form || draft) && (
        <div className={classes.buttons}>
          <Button type="submit" size="xs" loading={busy}>
            {t`Lưu`}
          </Button>
          <Button variant="default" size="xs" onClick={onCancel} disabled={busy}>
            {draft ? t`Bỏ những gì vừa gõ` : t`Thôi`}
          </Button>
          {draft && (
            <span className={classes.kept} role="status">
              {t`Chưa lưu; bản nháp giữ trên máy này từ ${formatMoment(draft.at)}.`}
            </span>
          )}
        </div>
      )}
    </form>
  )
}

/** One letter: its words with their placeholders, judged and shown as one types; a trial to oneself; back to the built-in words. */

import { Button, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type {
  TemplateBody,
  TemplateKind,
  TemplateProblem,
  TemplatesView,
  TemplateTest,
} from '../../../../shared/delivery-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'
import { Note } from '../note.tsx'
import { shortMoment } from '../short-moment.ts'
import { useChange } from '../use-change.ts'
import { insertAt } from './insert-at.ts'
import classes from './template-editor.module.css'
import { TemplatePreviewPane } from './template-preview.tsx'
import { useTemplatePreview } from './use-template-preview.ts'

type TemplateEditorProps = {
  code: string
  kind: TemplateKind
  templates: TemplatesView
  mayChange: boolean
  draft: TemplateBody | undefined
  onDraft: (draft: TemplateBody | undefined) => void
}

export function TemplateEditor({ code, kind, templates, mayChange, draft, onDraft }: TemplateEditorProps) {
  const kept = templates[kind]
  const { subject, body } = draft ?? kept
  const preview = useTemplatePreview(code, kind, { subject, body })
  const path = campaignPath(code, `/templates/${kind}`)
  const save = useChange<unknown>(code)
  const reset = useChange<unknown>(code)
  const trial = useChange<TemplateTest>(code)
  const subjectField = useRef<HTMLInputElement>(null)
  const bodyField = useRef<HTMLTextAreaElement>(null)
  const [lastField, setLastField] = useState<'subject' | 'body'>('body')
  const problems = preview.data?.problems ?? []
  const warnings = preview.data?.warnings ?? []

  const change = (next: Partial<TemplateBody>) => {
    for (const act of [save, reset, trial]) act.reset()
    onDraft({ subject, body, ...next })
  }
  const insert = (piece: string) => {
    const field = lastField === 'subject' ? subjectField.current : bodyField.current
    const before = lastField === 'subject' ? subject : body
    const { text, caret } = insertAt(
      before,
      field?.selectionStart ?? before.length,
      field?.selectionEnd ?? before.length,
      piece,
    )
    change({ [lastField]: text })
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(caret, caret)
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ path, method: 'PUT', json: { subject, body } }, { onSuccess: () => onDraft(undefined) })
  }
  const wordsFor = (field: TemplateProblem['path']) =>
    problems
      .filter((one) => one.path === field)
      .map(({ problem }) => problem)
      .join(' ')

  return (
    <div className={classes.columns}>
      <Panel title={t`Lời thư`} aside={<Origin kept={kept} changed={draft !== undefined} />}>
        <form className={classes.form} onSubmit={submit} noValidate>
          <TextInput
            ref={subjectField}
            label={t`Tiêu đề`}
            lang="vi"
            readOnly={!mayChange}
            value={subject}
            error={wordsFor('subject') || undefined}
            onFocus={() => setLastField('subject')}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <div>
            <Textarea
              ref={bodyField}
              className={classes.body}
              label={t`Nội dung`}
              lang="vi"
              description={t`Cách một dòng trống giữa các đoạn.`}
              readOnly={!mayChange}
              autosize
              minRows={12}
              maxRows={28}
              value={body}
              error={wordsFor('body') || undefined}
              onFocus={() => setLastField('body')}
              onChange={(event) => change({ body: event.currentTarget.value })}
            />
            {warnings.length > 0 && (
              <ul className={classes.warnings} aria-label={t`Nên xem lại`}>
                {warnings.map(({ problem }) => (
                  <li key={problem}>{t`Nên xem lại: ${problem}`}</li>
                ))}
              </ul>
            )}
          </div>
          {mayChange && (
            <div>
              <p className={classes.hint}>
                {t`Bấm để chèn vào chỗ con trỏ; mỗi người nhận được thay bằng thông tin của họ:`}
              </p>
              <dl className={classes.pieces}>
                {templates.placeholders.map(({ name, meaning, example }) => (
                  <div key={name}>
                    <dt>
                      <UnstyledButton
                        className={classes.piece}
                        title={t`Ví dụ: ${example}`}
                        aria-label={t`Chèn ${name}`}
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => insert(name)}
                      >
                        <span lang="vi">{name}</span>
                      </UnstyledButton>
                    </dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            </div>
          )}
          <div>
            <p className={classes.hint}>{t`Dù viết gì, thư nào cũng có thêm ở cuối:`}</p>
            <ul className={classes.always}>
              {templates.always.map((line) => (
                <li key={line}>
                  <span lang="vi">{line.replace(/:$/, '')}</span>
                  {line.endsWith(':') && t` (kèm đường dẫn để ngừng nhận)`}
                </li>
              ))}
            </ul>
          </div>
          <ErrorNote error={save.error ?? reset.error ?? trial.error} />
          {save.isSuccess && !draft && <Note>{t`Đã lưu. Tin gửi từ lúc này dùng lời mới.`}</Note>}
          {reset.isSuccess && !draft && <Note>{t`Đã dùng lại lời có sẵn.`}</Note>}
          {trial.data && (
            <Note warn={trial.data.outcome !== 'sent'}>
              {trial.data.words} ({trial.data.sentTo})
            </Note>
          )}
          {mayChange && (
            <div className={classes.buttons}>
              {kept.custom && (
                <Button
                  variant="subtle"
                  color="gray"
                  loading={reset.isPending}
                  onClick={() => reset.mutate({ path, method: 'DELETE' }, { onSuccess: () => onDraft(undefined) })}
                >
                  {t`Dùng lại lời có sẵn`}
                </Button>
              )}
              {draft && (
                <Button variant="default" onClick={() => onDraft(undefined)}>
                  {t`Bỏ sửa đổi`}
                </Button>
              )}
              <Button
                variant="default"
                loading={trial.isPending}
                disabled={problems.length > 0}
                onClick={() => trial.mutate({ path: `${path}/test`, json: { subject, body } })}
              >
                {t`Gửi thử cho tôi`}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={!draft || problems.length > 0}>
                {t`Lưu lời thư`}
              </Button>
            </div>
          )}
        </form>
      </Panel>
      <TemplatePreviewPane preview={preview} />
    </div>
  )
}

function Origin({ kept, changed }: { kept: TemplatesView[TemplateKind]; changed: boolean }) {
  const words = kept.custom
    ? t`${kept.updatedBy ?? ''} sửa${kept.updatedAt ? t` lúc ${shortMoment(kept.updatedAt)}` : ''}`
    : t`Lời có sẵn`
  return <span className={classes.hint}>{changed ? t`Đang sửa, chưa lưu` : words}</span>
}

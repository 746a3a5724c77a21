/** A file of points or results: looked at first, then, with a reason, brought in. What was typed stays until it has served. */

import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { t } from '../words/t.ts'
import { DropZone } from './drop-zone.tsx'
import { ErrorNote } from './error-note.tsx'
import { ImportProblems } from './import-problems.tsx'
import importer from './importer.module.css'
import type { ImportProblem } from './problem-words.ts'
import { isReason, ReasonField } from './reason-field.tsx'
import type { FileImport } from './use-file-import.ts'

type Checked = { problems: ImportProblem[]; problemCount: number }
type Sent = { file: File; reason: string }

type ReasonedImportProps<Result extends Checked> = {
  road: FileImport<Result, Sent>
  /** What file is asked for. */
  words: string
  /** Of a reason. */
  example: string
  unitName: (code: string) => string
  /** What the file would bring. */
  look: (result: Result) => ReactNode
  /** On the button that brings it in. */
  submit: (result: Result) => string
  /** That it was brought in. */
  done: (result: Result, fileName: string) => string
  /** Where to go from there. */
  onward?: ReactNode
  /** What the file was held against can change, so that after a refusal it may be looked at again. */
  mayRecheck?: boolean
}

export function ReasonedImport<Result extends Checked>(props: ReasonedImportProps<Result>) {
  const { words, example, unitName, look, submit, done, onward, mayRecheck } = props
  const { file, choose, forget, check, bring } = props.road
  const [reason, setReason] = useState('')
  if (bring.data) {
    return (
      <div className={importer.done} role="status">
        <p>{done(bring.data, file?.name ?? '')}</p>
        <Group gap={8}>
          <Button size="xs" variant="default" onClick={forget}>
            {t`Nhập tệp khác`}
          </Button>
          {onward}
        </Group>
      </div>
    )
  }
  if (!file || !check.data) {
    return (
      <div className={importer.importer}>
        <ErrorNote error={check.error} />
        <DropZone words={words} busy={check.isPending} onFile={choose} />
      </div>
    )
  }
  const { problems, problemCount } = check.data
  const wrong = problemCount > 0
  const send = () => bring.mutate({ file, reason: reason.trim() }, { onSuccess: () => setReason('') })
  return (
    <div className={importer.importer}>
      <div className={importer.check}>
        <h4 className={importer.title}>{t`Kiểm tra tệp ${file.name}`}</h4>
        {look(check.data)}
      </div>
      {wrong && <ImportProblems problems={problems} total={problemCount} unitName={unitName} />}
      {!wrong && <ReasonField value={reason} onChange={setReason} example={example} />}
      <ErrorNote error={bring.error} />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={forget} disabled={bring.isPending}>
          {t`Chọn tệp khác`}
        </Button>
        {mayRecheck && bring.error !== null && (
          <Button variant="default" onClick={() => choose(file)} disabled={bring.isPending}>
            {t`Kiểm tra lại tệp`}
          </Button>
        )}
        {!wrong && (
          <Button onClick={send} loading={bring.isPending} disabled={!isReason(reason)}>
            {submit(check.data)}
          </Button>
        )}
      </Group>
    </div>
  )
}

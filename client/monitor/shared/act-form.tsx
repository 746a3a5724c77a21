/** The common shape of an act's dialog: what will happen, what cannot be undone, the refusal if any, the buttons. */

import { Button, Group } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { t } from '../words/t.ts'
import classes from './act-form.module.css'
import { ErrorNote } from './error-note.tsx'
import { LockIcon } from './icons.tsx'
import { isTyped, TypedWord } from './typed-word.tsx'

type ActFormShape = {
  children: ReactNode
  submit: string
  busy: boolean
  disabled?: boolean
  error: unknown
  /** Stands under the refusal's own message. */
  advice?: ReactNode
  onSubmit: () => void
  onCancel: () => void
} & Confirmation

/**
 * `word`: typed before the button can be pressed, below what it confirms. `irreversible`: what cannot be undone, in a
 * sentence each; whatever says that asks for a word.
 */
type Confirmation = { word: string; irreversible?: string[] } | { word?: undefined; irreversible?: undefined }

export function ActForm(props: ActFormShape) {
  const [typed, setTyped] = useState('')
  const confirmed = props.word === undefined || isTyped(props.word, typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {props.children}
      {props.irreversible && (
        <div className={classes.irreversible}>
          <LockIcon />
          <div>
            <strong>{t`Không hoàn tác được`}</strong>
            <ul>
              {props.irreversible.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {props.word !== undefined && <TypedWord word={props.word} value={typed} onChange={setTyped} />}
      <ErrorNote error={props.error}>{props.advice}</ErrorNote>
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onCancel} disabled={props.busy}>
          {t`Hủy`}
        </Button>
        <Button type="submit" loading={props.busy} disabled={!confirmed || (props.disabled ?? false)}>
          {props.submit}
        </Button>
      </Group>
    </form>
  )
}

/** What an act did, with the one way on. */
export function ActDone({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  return (
    <div className={classes.form} role="status">
      {children}
      <Group justify="flex-end">
        <Button onClick={onDone} data-autofocus>
          {t`Xong`}
        </Button>
      </Group>
    </div>
  )
}

import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { t } from '../words/t.ts'
import classes from './typed-word.module.css'

type TypedWordProps = { word: string; value: string; onChange: (value: string) => void }

/** A dangerous act asks for a word, so that it never happens by a slip of the hand. */
export function TypedWord({ word, value, onChange }: TypedWordProps) {
  const field = useRef<HTMLInputElement>(null)
  // A dialog leads to its field by itself; a form within one takes the place of the button that was pressed.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus()
  }, [])
  return (
    <TextInput
      ref={field}
      label={
        <>
          {t`Gõ `}
          <strong className={classes.word}>{word}</strong>
          {t` để xác nhận`}
        </>
      }
      aria-label={t`Gõ ${word} để xác nhận`}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus
    />
  )
}

/** Some keyboards send an accent as a letter of its own, and begin with a capital on their own account. */
export function isTyped(word: string, value: string): boolean {
  const plain = value.normalize('NFC').trim()
  return plain === word || plain.toLocaleLowerCase('vi') === word
}

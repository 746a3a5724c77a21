import { TextInput } from '@mantine/core'
import { t } from '../words/t.ts'

type TypedWordProps = { word: string; value: string; onChange: (value: string) => void }

/** A dangerous act asks for a word, so that it never happens by a slip of the hand. */
export function TypedWord({ word, value, onChange }: TypedWordProps) {
  return (
    <TextInput
      label={
        <>
          {t`Gõ `}
          <strong>{word}</strong>
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

/** Some keyboards send an accent as a letter of its own. */
export const isTyped = (word: string, value: string): boolean => value.normalize('NFC').trim() === word

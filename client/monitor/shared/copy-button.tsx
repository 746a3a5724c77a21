import { Button } from '@mantine/core'
import { useState } from 'react'
import { t } from '../words/t.ts'
import { CheckIcon, CopyIcon } from './icons.tsx'

const SHOWN_MS = 2_500

/** The clipboard needs a secure page; elsewhere the text goes through a selection, as in the days before it. */
async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}

type CopyButtonProps = { text: () => string; words?: string; size?: 'xs' | 'sm' }

/** Copies a table for a spreadsheet, or whatever `words` say, and says whether it worked. */
export function CopyButton({ text, words: ready = t`Sao chép sang bảng tính`, size = 'xs' }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = async () => {
    setState((await copyText(text())) ? 'copied' : 'refused')
    setTimeout(() => setState('ready'), SHOWN_MS)
  }
  const words = { ready, copied: t`Đã sao chép`, refused: t`Trình duyệt không cho sao chép` }
  return (
    <Button
      variant="default"
      size={size}
      leftSection={state === 'copied' ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      onClick={copy}
      aria-live="polite"
    >
      {words[state]}
    </Button>
  )
}

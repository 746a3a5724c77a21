import { Button } from '@mantine/core'
import { useState } from 'react'
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

/** Copies a table for a spreadsheet, and says whether it worked. */
export function CopyButton({ text }: { text: () => string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = async () => {
    setState((await copyText(text())) ? 'copied' : 'refused')
    setTimeout(() => setState('ready'), SHOWN_MS)
  }
  const words = { ready: 'Sao chép sang bảng tính', copied: 'Đã sao chép', refused: 'Trình duyệt không cho sao chép' }
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={state === 'copied' ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      onClick={copy}
      aria-live="polite"
    >
      {words[state]}
    </Button>
  )
}

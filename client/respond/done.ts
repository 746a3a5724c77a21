/** Thanks, and the receipt: to copy, to save, to remove from a shared device. */
import type { PageData } from '../../server/respond/schemas.ts'
import { byId } from './page.ts'
import { isOpen, type Part } from './parts.ts'
import { words } from './words.ts'

let shown: Part | null = null
let next: Part | null = null

/** Wires the buttons once. `follow` begins another part; `forget` removes the receipt from the device. */
export function wireDone(data: PageData, follow: (part: Part) => void, forget: (part: Part) => void): void {
  const say = (text: string) => {
    byId('copied').textContent = text
  }
  byId('copy').addEventListener('click', () =>
    copy(byId('receipt').textContent!).then(
      () => say(words.copied),
      () => say(words.copyFailed),
    ),
  )
  byId('save').addEventListener('click', () => {
    const text = `${data.title}\n${byId('done-unit').textContent}\n${words.receipt}: ${byId('receipt').textContent}\n`
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    link.download = words.fileName(data.campaign)
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  })
  byId('forget').addEventListener('click', () => shown && forget(shown))
  byId('following').addEventListener('click', () => next && follow(next))
}

export function renderDone(part: Part, parts: Part[]): HTMLElement {
  const open = parts.filter(isOpen)
  shown = part
  next = open.find(({ index }) => index > part.index) ?? open[0] ?? null
  byId('receipt').textContent = part.kept.receipt!
  byId('done-unit').textContent = words.done(part.invitation.unit)
  byId('copied').textContent = ''
  byId('all').hidden = parts.length < 2
  const button = byId('following')
  button.hidden = !next
  if (next) button.textContent = words.following(next.invitation.unit, open.length)
  return byId('done')
}

/** The clipboard call is missing in some in-app browsers; selecting is what is left. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  getSelection()?.selectAllChildren(byId('receipt'))
  if (!document.execCommand('copy')) throw new Error('copy refused')
}

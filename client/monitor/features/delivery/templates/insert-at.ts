/** Puts a placeholder where the caret stands, apart from the words around it. Pure. */

/** `from` to `to` is replaced; returns the new text and where the caret goes. */
export function insertAt(text: string, from: number, to: number, piece: string): { text: string; caret: number } {
  const before = text.slice(0, from)
  const after = text.slice(to)
  const gap = before === '' || /[\s“"(]$/.test(before) ? '' : ' '
  const tail = after === '' || /^[\s,.;:!?”")]/.test(after) ? '' : ' '
  return { text: `${before}${gap}${piece}${tail}${after}`, caret: before.length + gap.length + piece.length }
}

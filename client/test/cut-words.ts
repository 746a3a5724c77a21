/** Finds what an officer could not read: words that a box cuts off, and words that only a program understands. */
import type { Page } from 'playwright-core'

/** Visible words that end at the edge of a box which does not scroll, unless the whole of them stands in a `title`. */
export const findCutWords = (page: Page): Promise<string[]> => page.evaluate(CUT)

/** In the page. An address of a person is theirs and long; what is shortened on purpose tells the whole in its title. */
const CUT = `(() => {
  const found = new Set()
  const clips = (style) => /hidden|clip/.test(style.overflowX)
  const range = document.createRange()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.trim()
    const element = node.parentElement
    if (!words || element.closest('script, style, noscript, option') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()]
    for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) break
      if (box.getAttribute('title')?.includes(words) || box.getAttribute('aria-hidden') === 'true') break
      if (!clips(style)) continue
      const edge = box.getBoundingClientRect()
      // Words for a screen reader alone lie in a box of one pixel.
      if (edge.width <= 2 || edge.height <= 2) break
      if (rects.some((rect) => rect.width > 0 && (rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5 || rect.bottom > edge.bottom + 4))) {
        found.add(words.slice(0, 80))
        break
      }
    }
  }
  // A hint in an empty field.
  const pen = document.createElement('canvas').getContext('2d')
  for (const field of document.querySelectorAll('input[placeholder]')) {
    const style = getComputedStyle(field)
    pen.font = style.font
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    if (room > 0 && !field.value && pen.measureText(field.placeholder).width > room + 1) found.add('in a field: ' + field.placeholder)
  }
  return [...found]
})()`

/** What sticks out to the right, so that one would have to scroll sideways: each element's class and first words. */
export const findStickingOut = (page: Page): Promise<string[]> => page.evaluate(STICKING_OUT)

const STICKING_OUT = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
  return out.map((one) => 'sticks out: ' + one.tagName + '.' + one.getAttribute('class') + ' ' + one.textContent.slice(0, 40)).slice(-4)
})()`

/** Visible words that are codes, or values printed as a program holds them. `allowed`: codes that officers gave themselves. */
export async function findCodes(page: Page, allowed: readonly string[] = []): Promise<string[]> {
  const text = (await page.evaluate('document.body.innerText')) as string
  const plain = text.replaceAll(
    /\S+@\S+|https?:\S+|\S*\/\S*|\S+\.(xlsx|csv|docx|html|json|jsonl|zip|txt|svg|png)\b/g,
    ' ',
  )
  const codes = plain.match(/(?<![\p{L}\d-])[a-z]+(-[a-z\d]+)+(?![\p{L}\d-])/gu) ?? []
  const raw =
    plain.match(
      /\{\s*"|\[object |\bundefined\b|\bNaN\b|\bnull\b|Invalid Date|\b[a-z]+[A-Z]\w+\b|\b[a-z]+\.[a-z][a-zA-Z.]+\b/g,
    ) ?? []
  return [...new Set([...codes, ...raw])].filter((code) => !allowed.includes(code))
}

/** Walks through a view by the Tab key alone, and tells what a person who has only a keyboard would miss. */
import type { CDPSession, Page } from 'playwright-core'

/** Presses at most so many times more than there are places to stop: frames and boxes that scroll have stops of their own. */
const SPARE = 80
const STEPS = 10

/** What was never reached, showed no focus when it was, or was out of sight then; one line each. */
export async function walkByTab(page: Page): Promise<string[]> {
  const stops = (await page.evaluate(PREPARE)) as number
  const keys = await page.context().newCDPSession(page)
  for (let pressed = 0; pressed < stops + SPARE; pressed += STEPS) {
    for (let step = 0; step < STEPS; step += 1) await pressTab(keys)
    if (await page.evaluate('walk.isThrough()')) break
  }
  await keys.detach()
  return page.evaluate('walk.end()')
}

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }

/** Down and up in one breath: a walk through every view is some thousands of keys. */
async function pressTab(keys: CDPSession): Promise<void> {
  await Promise.all([
    keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
    keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
  ])
}

/**
 * In the page. A look is the style of an element and what stands around it: its focus shows when the look changes. Whether
 * it is in sight is known when the focus leaves it, since the page scrolls after the focus has come.
 */
const PREPARE = `(() => {
  const CAN_STOP = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
  const isOpen = (one) => one.isConnected && one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]') &&
    one.checkVisibility({ visibilityProperty: true })
  const isChosen = (one, at, all) => {
    if (one.type !== 'radio') return true
    const group = all.filter((other) => other.type === 'radio' && other.name === one.name)
    return one === (group.find((other) => other.checked) ?? group[0])
  }
  // What moves to its look slowly would have none of it at the moment of asking.
  const still = new CSSStyleSheet()
  still.replaceSync('*, *::before, *::after { transition: none !important }')
  document.adoptedStyleSheets.push(still)

  const around = (one) => [one, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling, ...(one.labels ?? [])]
  const look = (one) => around(one).filter(Boolean).map((part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, opacity, width } = getComputedStyle(part)
    if (opacity === '0' || parseFloat(width) <= 2) return ''
    const outline = outlineStyle === 'none' ? '' : outlineStyle + outlineWidth + outlineColor
    return [outline, boxShadow, borderColor, backgroundColor].join()
  }).join('; ')
  const inSight = (one) => around(one).filter(Boolean).some((part) => [...part.getClientRects()].some((rect) => {
    const inset = (from, size) => [from + Math.min(4, size / 2), from + size / 2, from + size - Math.min(4, size / 2)]
    return inset(rect.left, rect.width).some((x) => inset(rect.top, rect.height).some((y) => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (part === hit || part.contains(hit))
    }))
  }))
  const describe = (one) => one.tagName.toLowerCase() + ' “' +
    (one.getAttribute('aria-label') || one.innerText || one.name || one.className).trim().slice(0, 60) + '”'

  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  scrollTo(0, 0)
  const stops = [...document.querySelectorAll(CAN_STOP)].filter(isOpen).filter(isChosen)
  const looks = new Map(stops.map((one) => [one, look(one)]))
  const reached = new Set()
  const found = stops.filter((one) => one.tabIndex > 0).map((one) => 'before its turn: ' + describe(one))
  const come = ({ target }) => {
    if (!reached.has(target) && looks.has(target) && look(target) === looks.get(target)) found.push('no focus to be seen: ' + describe(target))
    reached.add(target)
  }
  const leave = ({ target }) => {
    if (target.isConnected && !inSight(target)) found.push('out of sight: ' + describe(target))
  }
  document.addEventListener('focusin', come)
  document.addEventListener('focusout', leave)
  window.walk = {
    isThrough: () => stops.every((one) => reached.has(one) || !isOpen(one)),
    end: () => {
      document.removeEventListener('focusin', come)
      document.removeEventListener('focusout', leave)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
      const missed = stops.filter((one) => isOpen(one) && !reached.has(one))
      return [...new Set([...found, ...missed.map((one) => 'not reached: ' + describe(one))])]
    },
  }
  return stops.length
})()`

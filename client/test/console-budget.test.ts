/** What a browser fetches before the console's first screen, as it lies compressed in client/dist. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const DIST = fileURLToPath(new URL('../dist/monitor', import.meta.url))
const BUDGET = 250_000

test('the first load stays within 250 kB, every face of the font included', () => {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  const linked = [...page.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+)"/g)].map(([, path]) => path!)
  expect(linked.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0)
  const fonts = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.woff2'))
  expect(fonts).toHaveLength(6)
  const files = [...linked.map((path) => `${path}.br`), ...fonts.map((name) => `assets/${name}`)]
  const bytes = files.reduce((sum, file) => sum + statSync(join(DIST, file)).size, 0)
  expect(bytes).toBeLessThan(BUDGET)
})

test('nothing in the page needs more than the content security policy allows', () => {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(page).not.toMatch(/https?:\/\/|\bon[a-z]+=/)
})

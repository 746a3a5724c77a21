import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (file: string) => readFileSync(ROOT + file, 'utf8')
const DOCUMENTS = ['README.md', 'docs/threat-model.md', 'docs/operations.md', 'docs/decisions.md', 'CHANGELOG.md']

test.each(DOCUMENTS)('every path that %s names exists', (document) => {
  const inCode = [...read(document).matchAll(/`((?:server|client|surveys|migrations|docs|\.ci)\/[\w./-]+)`/g)].map(
    (m) => m[1]!,
  )
  const folder = document.includes('/') ? 'docs/' : ''
  const linked = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map((m) => folder + m[1]!)
  const missing = [...inCode, ...linked].filter((path) => !existsSync(ROOT + path))
  expect(missing).toEqual([])
})

test('every npm script that the documents name exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = DOCUMENTS.flatMap((document) => [...read(document).matchAll(/npm run ([\w:-]+)/g)].map((m) => m[1]!))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

/** Units, groups, criteria and maxima are data of a campaign: the code must not know any province's. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const playful = /(\.(test|fixture)\.tsx?$)|(^|\/)(demo|bench|test)\//

test('no source outside the demo and the tests names a province, its definition, or its units', () => {
  const sources = globSync('{server,client}/**/*.{ts,tsx,html,css}', { cwd: root }).filter(
    (file) => !playful.test(file),
  )
  expect(sources).toContain('server/campaigns/definition.ts')
  const naming = sources.filter((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8').normalize('NFC')
    return /sơn la|son-la|sonla|example-commune|sở giao thông|thuận châu/i.test(text)
  })
  expect(naming).toEqual([])
})

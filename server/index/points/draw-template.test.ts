import { expect, test } from 'vitest'
import { readZip } from '../../sheets/read-zip.ts'
import { appraisedPoints, smallIndexDefinition } from '../small-index.fixture.ts'
import { drawTemplate } from './draw-template.ts'
import { planPoints } from './plan-points.ts'

test('formulas are stored without “=”, and the sheet says which set it is for', async () => {
  const plan = planPoints('chi-so-2025', smallIndexDefinition, { kind: 'appraised', source: '', round: 2 })!
  const data = await drawTemplate({ plan, title: 'Điểm thẩm định lần 2', points: appraisedPoints })
  const texts = [...readZip(data, (path) => path.startsWith('xl/'), 10_000_000).values()].join('\n')
  const formulas = [...texts.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula!)
  expect(formulas.length).toBeGreaterThan(0)
  expect(formulas.filter((formula) => !formula.startsWith('SUM('))).toEqual([])
  expect(texts).toContain('Thẩm định lần 2')
  expect(texts).toContain('Loại điểm')
})

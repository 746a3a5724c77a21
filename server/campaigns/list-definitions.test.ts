import { expect, test } from 'vitest'
import { readForm } from '../respond/read-form.ts'
import { listDefinitions } from './list-definitions.ts'
import { loadDefinitions } from './load-definitions.ts'

test('an officer is told as many questions as the longest questionnaire says of itself on a phone', async () => {
  const entries = await loadDefinitions('surveys')
  const told = listDefinitions(entries)
  expect(told.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['example-commune', 'son-la-2024']))
  for (const { slug, blocks } of told) {
    const { definition } = entries.find((entry) => entry.slug === slug)!
    const onPhones = definition!.blocks.map(({ questionnaires }) =>
      Math.max(...Object.values(questionnaires).map((json) => readForm(json).count)),
    )
    expect(blocks.map(({ questions }) => questions)).toEqual(onPhones)
  }
  expect(told.find(({ slug }) => slug === 'example-commune')!.blocks[0]!.questions).toBe(14)
})

test('a definition that cannot be read has its problems and no blocks', () => {
  const problems = [{ path: 'year', problem: 'thiếu mục này' }]
  expect(listDefinitions([{ slug: 'hong', title: 'Hỏng', problems }])).toEqual([
    { slug: 'hong', title: 'Hỏng', problems, blocks: [] },
  ])
})

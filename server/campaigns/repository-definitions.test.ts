import { Model } from 'survey-core'
import { describe, expect, test } from 'vitest'
import { surveysFolder } from '../test/sound-definition.ts'
import type { Definition } from './definition.ts'
import { loadDefinitions } from './load-definitions.ts'
import { choicesOf, questionsOf, scoredQuestions, textOf } from './survey-questions.ts'
import { validateDefinition } from './validate-definition.ts'

const definitions = (await loadDefinitions(surveysFolder)).map((entry): Definition => {
  if (!entry.definition) throw new Error(JSON.stringify(entry.problems))
  return entry.definition
})
const bySlug = (slug: string) => definitions.find((definition) => definition.slug === slug)!

describe.each(definitions)('$slug', (definition) => {
  const questionnaires = definition.blocks.flatMap((block) =>
    Object.entries(block.questionnaires).map(([name, json]) => ({ name, json, block })),
  )

  test('adds up', () => {
    expect(validateDefinition(definition)).toEqual([])
  })

  test.each(questionnaires)('$name is accepted by survey-core without an error', ({ json }) => {
    const model = new Model(structuredClone(json))
    expect(model.jsonErrors ?? []).toEqual([])
    expect(model.getAllQuestions()).toHaveLength(questionsOf(json).length)
  })

  test.each(questionnaires)(
    '$name asks every scored question for an answer, in titles short enough for a phone',
    ({ json, block }) => {
      const scored = scoredQuestions(block)
      for (const question of questionsOf(json).filter(({ name }) => scored.has(name))) {
        expect(question.isRequired, question.name).toBe(true)
        expect(textOf(question.title).length, question.name).toBeLessThanOrEqual(110)
        expect(textOf(question.description).length, question.name).toBeLessThanOrEqual(80)
        expect(choicesOf(question.choices).at(-1)?.value, question.name).toBe(definition.noOpinion.value)
      }
    },
  )

  test.each(questionnaires)('$name puts each domain on one page of its name', ({ json, block }) => {
    const scored = scoredQuestions(block)
    const domainNames = new Map(block.domains.map(({ code, name }) => [code, name]))
    const pages = json.pages as { title: string }[]
    for (const { name, page } of questionsOf(json))
      if (scored.has(name)) expect(pages[page]!.title, name).toBe(domainNames.get(scored.get(name)!.domain))
  })

  test.each(questionnaires)('$name ends with a comment that warns against writing names', ({ json }) => {
    const last = questionsOf(json).at(-1)!
    expect(last).toMatchObject({ type: 'comment', maxLength: 500 })
    expect(last.isRequired).toBeUndefined()
    expect(textOf(last.description)).toMatch(/đừng ghi tên người/)
  })

  test('criteria are worded as their questions are asked', () => {
    for (const block of definition.blocks) {
      const scored = scoredQuestions(block)
      for (const question of Object.values(block.questionnaires).flatMap(questionsOf))
        if (scored.has(question.name)) expect(textOf(question.title)).toBe(scored.get(question.name)!.name)
    }
  })

  test('the notice says who asks, why, by which law, what is kept how long, and whom to call', () => {
    const { text } = definition.notice
    for (const said of ['Sở Nội vụ', '91/2025/QH15', 'chấm điểm', 'Lưu', 'xóa', 'ngày', 'quyền', 'khiếu nại'])
      expect(text).toContain(said)
    expect(text).toContain(definition.organizer.phone)
    expect(text).toContain(definition.organizer.email)
    // Filled in when a campaign is created; the number stands nowhere else.
    expect(text).toContain('ít nhất {minimumCell} phiếu')
    expect(text).not.toMatch(/\d+ (phiếu|người)/)
  })
})

test('the 2024 campaign has the blocks, units, groups and sources of the published index', () => {
  const { blocks, surveyMax, levels } = bySlug('son-la-2024')
  expect(surveyMax).toBe('30')
  expect(levels.map(({ name, share }) => `${name} ${share}`)).toEqual([
    'Rất tốt 1',
    'Tốt 0.75',
    'Khá 0.5',
    'Trung bình 0.25',
    'Kém 0',
  ])
  expect(blocks.map(({ name, units, groups, domains }) => [name, units.length, groups.length, domains.length])).toEqual(
    [
      ['Khối sở', 20, 3, 8],
      ['Khối huyện', 12, 6, 8],
    ],
  )
  for (const { sources, weighting, criteria } of blocks) {
    expect(weighting).toBe('pooled')
    expect(sources.map(({ origin, max }) => [origin, max])).toEqual([
      ['survey', '20'],
      ['imported', '10'],
    ])
    expect(criteria.filter(({ domain }) => domain === '8').map(({ max, question }) => [max, question])).toEqual([
      ['10', undefined],
    ])
  }
})

test('council deputies are not asked about internal finance and nobody rates themselves', () => {
  const huyen = bySlug('son-la-2024').blocks[1]!
  const asked = (questionnaire: string) => questionsOf(huyen.questionnaires[questionnaire]!).map(({ name }) => name)
  expect(asked('huyen-dai-bieu')).not.toContain('huyen_6_3')
  expect(asked('huyen-thuong-truc')).not.toContain('huyen_1_1')
  expect(asked('huyen-phong-ban')).not.toContain('huyen_5_2')
  expect(asked('huyen-cap-xa')).not.toContain('huyen_5_3')
})

test('the example proves the other shape: one two-tier block, fixed weights, other levels, every plain question type', () => {
  const { blocks, levels } = bySlug('example-commune')
  expect(blocks).toHaveLength(1)
  expect(blocks[0]!.weighting).toBe('fixed')
  expect(levels.map(({ share }) => share)).toEqual(['1', '0.6', '0.2', '0'])
  const types = new Set(
    Object.values(blocks[0]!.questionnaires).flatMap((json) => questionsOf(json).map(({ type }) => type)),
  )
  expect([...types].sort()).toEqual([
    'boolean',
    'checkbox',
    'comment',
    'html',
    'matrix',
    'radiogroup',
    'rating',
    'text',
  ])
})

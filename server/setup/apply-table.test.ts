import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '../campaigns/canonical-json.ts'
import { Definition } from '../campaigns/definition.ts'
import { judgeDefinition } from '../campaigns/judge-definition.ts'
import { questionsOf } from '../campaigns/survey-questions.ts'
import { validateDefinition } from '../campaigns/validate-definition.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { applyTable } from './apply-table.ts'
import { edits } from './edited-rows.fixture.ts'
import type { QuestionRow } from './question-row.ts'
import { tableOf } from './question-table.ts'

let definitions: Definition[]
beforeAll(async () => {
  definitions = await Promise.all(['son-la-2024', 'example-commune'].map(soundDefinition))
})

type Edits = typeof edits extends fc.Arbitrary<infer Edit> ? Edit : never

/** A block of a definition after random edits; `definition` is undefined where a row was made for nobody. */
function edited([one, other, edit]: [number, number, Edits]) {
  const before = definitions[one % definitions.length]!
  const block = before.blocks[other % before.blocks.length]!
  const rows = edit(tableOf(before, block.code)!, block)
  const { definition, problems } = applyTable(before, block.code, rows)
  return { before, block: block.code, rows, definition, problems }
}
const choice = fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 }), edits)

const blockOf = ({ blocks }: Definition, wanted: string) => blocks.find(({ code }) => code === wanted)!
const askedOf = (definition: Definition, code: string, group: string) => {
  const block = blockOf(definition, code)
  const { questionnaire } = block.groups.find((one) => one.code === group)!
  return questionsOf(block.questionnaires[questionnaire] ?? {})
}
const words = ({ title, description, required, groups, kind }: QuestionRow) => ({
  ...{ title, description, required, groups },
  scored: kind === 'levels',
})

test('a table that was not changed gives the very same definition, whatever edits made it', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { before, definition = before, block } = edited(chosen)
      const again = applyTable(definition, block, tableOf(definition, block)!)
      expect(again.problems).toEqual([])
      expect(canonicalJson(again.definition)).toBe(canonicalJson(definition))
    }),
    { numRuns: 60 },
  )
})

test('the table of the edited definition says what was written: criteria in order, and to each group its questions', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { rows, block, definition, problems } = edited(chosen)
      // Groups are never left out entirely by these edits, but a row may be made for none.
      if (!definition) {
        expect(problems.map(({ code }) => code)).toContain('groups-missing')
        return
      }
      const now = tableOf(definition, block)!
      const scored = (list: QuestionRow[]) =>
        list
          .filter(({ criterion }) => criterion !== '')
          .map(({ domain, domainName, criterion, name, max, source }) => ({
            ...{ domain, domainName, criterion, name, max, source },
          }))
      expect(scored(now)).toEqual(scored(rows))
      const byWords = (list: QuestionRow[]) => list.map(words).map(canonicalJson).toSorted()
      expect(byWords(now)).toEqual(byWords(rows))
      for (const { code: group } of blockOf(definition, block).groups) {
        const asked = askedOf(definition, block, group).map(({ name }) => name)
        expect(new Set(asked).size).toBe(asked.length)
        expect(asked.length).toBe(rows.filter(({ groups, kind }) => kind !== '' && groups.includes(group)).length)
        for (const { question, groups } of rows)
          if (question !== '') expect([question, asked.includes(question)]).toEqual([question, groups.includes(group)])
      }
    }),
    { numRuns: 150 },
  )
})

test('an edited definition has the right shape, survey-core takes it, and groups asked the same share a questionnaire', async () => {
  await fc.assert(
    fc.asyncProperty(choice, async (chosen) => {
      const { block, definition } = edited(chosen)
      if (!definition) return
      expect(Definition.safeParse(definition).success).toBe(true)
      const problems = await judgeDefinition(definition)
      // What survey-core says is of the questionnaire as a whole.
      expect(problems.filter(({ path }) => /\.questionnaires\[[^\]]+\]$/.test(path))).toEqual([])
      const { groups, questionnaires } = blockOf(definition, block)
      expect(Object.keys(questionnaires).toSorted()).toEqual(
        [...new Set(groups.map((one) => one.questionnaire))].toSorted(),
      )
    }),
    { numRuns: 40 },
  )
})

test('questions of a domain follow the table’s order for every group', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { block, rows, definition } = edited(chosen)
      if (!definition) return
      const now = tableOf(definition, block)!
      const nameOf = new Map(now.filter(({ criterion }) => criterion).map((row) => [row.criterion, row.question]))
      for (const { code: group } of blockOf(definition, block).groups)
        for (const domain of new Set(rows.map((row) => row.domain))) {
          const wanted = rows
            .filter((row) => row.domain === domain && row.criterion !== '' && row.groups.includes(group))
            .map((row) => nameOf.get(row.criterion))
          const asked = askedOf(definition, block, group).map(({ name }) => name)
          expect(asked.filter((name) => wanted.includes(name))).toEqual(wanted)
        }
    }),
    { numRuns: 80 },
  )
})

test('the index’s criteria set follows the table, so that nothing but sums is left to mend', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { definition } = edited(chosen)
      if (!definition) return
      const left = validateDefinition(definition).filter(
        ({ problem }) => !/^tổng|không được hỏi tiêu chí nào/.test(problem),
      )
      expect(left.filter(({ path }) => !/^index|\.domains|criteriaSet$/.test(path))).toEqual([])
    }),
    { numRuns: 80 },
  )
})

test('a question taken from one of two groups that shared a questionnaire gives it one of its own', async () => {
  const definition = await soundDefinition('son-la-2024')
  const rows = tableOf(definition, 'so')!.map((row) =>
    row.criterion === '1.2' ? { ...row, groups: row.groups.filter((group) => group !== 'CCVC') } : row,
  )
  const { definition: now } = applyTable(definition, 'so', rows)
  const { groups, questionnaires } = blockOf(now!, 'so')
  expect(groups.map(({ questionnaire }) => questionnaire)).toEqual([
    ...['so-lanh-dao', 'so-phong-don-vi', 'so-phong-don-vi-2'],
  ])
  const names = (questionnaire: string) => questionsOf(questionnaires[questionnaire]!).map(({ name }) => name)
  expect(names('so-phong-don-vi').filter((name) => !names('so-phong-don-vi-2').includes(name))).toEqual(['so_1_2'])
  // And giving it back brings back the one that they shared.
  const { definition: back } = applyTable(now!, 'so', tableOf(definition, 'so')!)
  expect(canonicalJson(back)).toBe(canonicalJson(definition))
})

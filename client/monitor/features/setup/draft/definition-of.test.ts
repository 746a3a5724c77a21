/** On the definitions that the repository brings: what is read into tables and written back is the same definition. */
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../../server/campaigns/canonical-json.ts'
import { Definition } from '../../../../../server/campaigns/definition.ts'
import { loadDefinitions } from '../../../../../server/campaigns/load-definitions.ts'
import { questionsOf } from '../../../../../server/campaigns/survey-questions.ts'
import { validateDefinition } from '../../../../../server/campaigns/validate-definition.ts'
import { insertRow, moveRow, type Row, removeRow, type Sheet, setCell } from '../sheet/sheet.ts'
import { alignIds } from './align-ids.ts'
import { type Base, definitionOf } from './definition-of.ts'
import { type Draft, rowsOf, seenBy } from './draft.ts'
import { draftOf } from './draft-of.ts'
import { sameDraft } from './merge-drafts.ts'
import { placeOf } from './place-problem.ts'

let definitions: Definition[]
let province: Base
beforeAll(async () => {
  const loaded = await loadDefinitions('surveys')
  definitions = loaded.map(({ definition }) => definition!)
  const definition = definitions.find(({ slug }) => slug === 'son-la-2024')!
  province = { definition, draft: draftOf(definition) }
})

const edit = (draft: Draft, sheet: string, by: (rows: Sheet) => Sheet): Draft => ({
  ...draft,
  [sheet]: by(rowsOf(draft, sheet)),
})
const type = (draft: Draft, sheet: string, row: string, column: string, value: string): Draft =>
  edit(draft, sheet, (rows) => setCell(rows, row, column, value))
/** What the draft describes; it must be readable, of the right shape, and add up unless told otherwise. */
function described(draft: Draft, problems: string[] = []): Definition {
  const result = definitionOf(draft, province)
  expect(result.problems).toEqual([])
  const definition = Definition.parse(result.definition)
  expect(validateDefinition(definition).map(({ path }) => path)).toEqual(problems)
  return definition
}
const so = (definition: Definition) => definition.blocks[0]!

describe('a definition as tables', () => {
  test('nothing edited is the very same definition', () => {
    expect(definitions.length).toBeGreaterThan(1)
    for (const definition of definitions) {
      const draft = draftOf(definition)
      const written = definitionOf(draft, { definition, draft })
      expect(written.problems).toEqual([])
      expect(canonicalJson(written.definition)).toBe(canonicalJson(definition))
    }
  })

  test('a maximum with a comma is written with a point, and the criteria set of the index follows it', () => {
    const draft = type(type(province.draft, 'questions:so', '1.2', 'max', '1'), 'questions:so', '1.1', 'max', '0,75')
    const block = so(described(draft))
    expect(block.criteria.slice(0, 2).map(({ max }) => max)).toEqual(['0.75', '1'])
    const taken = block.criteriaSet!.flatMap(({ parts = [], ...one }) => [one, ...parts]).filter(({ from }) => from)
    expect(taken.find(({ from }) => from === '1.2')!.max).toBe('1')
  })

  test('a criteria set that somebody edited is as they say, and what it takes from the survey is typed once', () => {
    let draft = type(province.draft, 'set:so', '1.1', 'name', 'Tên khác')
    draft = type(draft, 'questions:so', '1.2', 'max', '1')
    const { definition } = definitionOf(draft, province)
    const set = so(definition).criteriaSet!
    expect(set.find(({ code }) => code === '1.1')!.name).toBe('Tên khác')
    const taking = set.find(({ parts = [] }) => parts.some(({ from }) => from === '1.2'))!
    expect(taking.parts!.find(({ from }) => from === '1.2')!.max).toBe('1')
    const before = so(province.definition).criteriaSet!.find(({ code }) => code === taking.code)!
    expect(Number(taking.max) - Number(before.max)).toBe(0.25)
  })

  test('a renamed domain, source and group take what refers to them along', () => {
    let draft = type(province.draft, 'domains:so', '1', 'code', 'I')
    draft = type(draft, 'sources:so', 'cong-chuc', 'code', 'can-bo')
    draft = type(draft, 'groups:so', 'LDS', 'code', 'LD')
    const block = so(described(draft))
    expect(block.criteria[0]).toMatchObject({ domain: 'I', source: 'can-bo' })
    expect(block.criteriaSet![0]!.domain).toBe('I')
    expect(block.groups[0]).toMatchObject({
      code: 'LD',
      questionnaire: so(province.definition).groups[0]!.questionnaire,
    })
  })

  test('a group that is no longer asked a question gets a questionnaire without it, the others keep theirs', () => {
    const draft = type(province.draft, 'questions:so', '1.1', seenBy('CCVC'), '')
    const block = so(described(draft))
    const asked = (group: string) => {
      const { questionnaire } = block.groups.find(({ code }) => code === group)!
      return questionsOf(block.questionnaires[questionnaire]!).map(({ name }) => name)
    }
    expect(asked('CCVC')).not.toContain('so_1_1')
    expect(asked('LDP')).toContain('so_1_1')
  })

  test('a new group is asked everything until somebody says otherwise', () => {
    const row: Row = { id: 'new', cells: { code: 'MOI', name: 'Nhóm mới' } }
    const block = so(described(edit(province.draft, 'groups:so', (rows) => insertRow(rows, rows.length, row))))
    const { questionnaire } = block.groups.at(-1)!
    const all = new Set(
      Object.values(block.questionnaires).flatMap((json) => questionsOf(json).map(({ name }) => name)),
    )
    expect(questionsOf(block.questionnaires[questionnaire]!)).toHaveLength(all.size)
  })

  test('a group that goes takes along the questionnaire that only it answered', () => {
    const block = so(described(edit(province.draft, 'groups:so', (rows) => removeRow(rows, 'LDS'))))
    expect(Object.keys(block.questionnaires)).toEqual([so(province.definition).groups[1]!.questionnaire])
  })

  test('another name of a level stands in every question that scores', () => {
    const definition = described(type(province.draft, 'levels', 'rat-tot', 'name', 'Xuất sắc'))
    const question = questionsOf(so(definition).questionnaires['so-phong-don-vi']!).find(
      ({ name }) => name === 'so_1_1',
    )!
    expect(JSON.stringify(question.choices)).toContain('Xuất sắc')
  })

  test('every question that scores offers the levels as they are now, those of criteria added with them included', () => {
    const levels = edit(
      type(type(province.draft, 'levels', 'tot', 'code', 'kha-tot'), 'general', 'general', 'noOpinionName', 'Không rõ'),
      'levels',
      (rows) => [...removeRow(rows, 'kem'), { id: 'n', cells: { code: 'yeu', name: 'Yếu', share: '0' } }],
    )
    const added: Row = {
      id: 'q',
      cells: { domain: '1', source: 'cong-chuc', code: '1.9', name: 'Mới', max: '1', title: 'Thế nào?' },
    }
    const more = edit(levels, 'questions:so', (rows) => insertRow(rows, 4, added))
    const sums = ['blocks[so].sources[cong-chuc].max', 'blocks[so].criteriaSet']
    const { blocks, ...definition } = described(more, sums)
    const wanted = [...definition.levels, definition.noOpinion].map(({ value, name }) => ({ value, text: name }))
    expect(wanted.map(({ value }) => value)).toEqual(expect.arrayContaining(['yeu', 'kha-tot']))
    expect(wanted.map(({ value }) => value)).not.toContain('kem')
    for (const { criteria, questionnaires } of blocks) {
      const scored = new Set(criteria.flatMap(({ question }) => question ?? []))
      const asked = Object.values(questionnaires).flatMap((json) =>
        questionsOf(json).filter(({ name }) => scored.has(name)),
      )
      expect(new Set(asked.map(({ name }) => name))).toEqual(scored)
      for (const question of asked) expect(question).toMatchObject({ choices: wanted })
    }
  })

  test('a new criterion gets a question of its own, and half a row is a problem in its cells', () => {
    const source = { domain: '1', source: 'cong-chuc', kind: 'levels', required: 'x' }
    const whole: Row = {
      id: 'n',
      cells: { ...source, code: '1.9', name: 'Mới', max: '1', title: 'Anh/Chị đánh giá thế nào?' },
    }
    const added = definitionOf(
      edit(province.draft, 'questions:so', (rows) => insertRow(rows, 4, whole)),
      province,
    )
    expect(added.problems).toEqual([])
    const criterion = so(added.definition).criteria.find(({ code }) => code === '1.9')!
    expect(criterion.question).toMatch(/^[a-z]/)
    const half: Row = { id: 'h', cells: { ...source, code: '1.9', max: 'một' } }
    const wrong = definitionOf(
      edit(province.draft, 'questions:so', (rows) => insertRow(rows, 4, half)),
      province,
    )
    expect(wrong.problems).toContainEqual(expect.objectContaining({ sheet: 'questions:so', row: 'h', column: 'max' }))
  })

  test('rows that change places change the order of criteria and nothing else', () => {
    const block = so(described(edit(province.draft, 'questions:so', (rows) => moveRow(rows, '1.1', 1))))
    expect(block.criteria.slice(0, 2).map(({ code }) => code)).toEqual(['1.2', '1.1'])
  })

  test('a unit continues no unit, the one of its code, or the ones named', () => {
    let draft = province.draft
    const [first, second, third] = rowsOf(draft, 'units:so').map(({ id }) => id)
    draft = type(draft, 'units:so', first!, 'predecessors', '–')
    draft = type(draft, 'units:so', second!, 'predecessors', '')
    draft = type(draft, 'units:so', third!, 'predecessors', 'A; B')
    const units = so(described(draft)).units
    expect(units.slice(0, 3).map(({ predecessors }) => predecessors)).toEqual([[], undefined, ['A', 'B']])
  })
})

describe('rows read anew', () => {
  test('have the ids that they had, also when their codes were changed before', () => {
    const edited = type(type(province.draft, 'domains:so', '1', 'code', 'I'), 'groups:so', 'LDS', 'code', 'LD')
    const { definition } = definitionOf(edited, province)
    expect(sameDraft(alignIds(draftOf(definition), edited), edited)).toBe(true)
  })
})

describe('a problem that the server names', () => {
  test.each([
    ['blocks[so].criteria[1.2].max', { sheet: 'questions:so', row: '1.2', column: 'max' }],
    ['blocks[so].sources[cong-chuc].max', { sheet: 'sources:so', row: 'cong-chuc', column: 'max' }],
    ['blocks[so].questionnaires[so-lanh-dao].so_1_2.choices', { sheet: 'questions:so', row: '1.2', column: 'title' }],
    ['blocks[huyen].units[0].name', { sheet: 'units:huyen', row: expect.any(String), column: 'name' }],
    ['levels[tot].share', { sheet: 'levels', row: 'tot', column: 'share' }],
    ['index.classes[A].from', { sheet: 'classes', row: 'A', column: 'from' }],
    ['organizer', { sheet: 'general', row: 'general', column: 'organizerPhone' }],
    ['blocks[so].criteriaSet', { sheet: 'set:so' }],
  ])('%s has its place', (path, place) => {
    expect(placeOf(path, province.draft)).toEqual(place)
  })
})

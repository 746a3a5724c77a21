import { describe, expect, it } from 'vitest'
import { nameKeyOf } from './person-name.ts'
import { type Person, planImport, planSteps } from './plan-import.ts'
import type { RosterRow } from './read-row.ts'

type Said = Partial<Omit<RosterRow, 'ratings'>> & { unit?: string; group?: string }

function row(number: number, said: Said): RosterRow {
  const { unit = 'SNV', group = 'CCVC', name = 'Nguyễn Văn Nam', ...rest } = said
  const ratings = unit.split(' ').map((one) => ({ block: 'so', unit: one, group }))
  return {
    row: number,
    name,
    nameKey: nameKeyOf(name),
    email: null,
    phone: null,
    position: null,
    externalCode: null,
    ...rest,
    ratings,
  }
}

function known(id: string, said: Said): Person {
  const { ratings, row: _, ...rest } = row(0, said)
  const kept = ratings.map(
    (rating) => [rating.unit, { ...rating, row: null, invitationId: `${id}-${rating.unit}`, changed: false }] as const,
  )
  return { ...rest, id, rows: [], changed: false, ratings: new Map(kept) }
}

const units = (person: Person | undefined) => [...(person?.ratings.keys() ?? [])]
const conflicts = (plan: ReturnType<typeof planImport>) => plan.rejected.map(({ row: at, code }) => [at, code])

describe('rows of one file', () => {
  it('joins rows with one phone into one person with several units', () => {
    const plan = planImport(
      [row(2, { phone: '84912345678' }), row(3, { phone: '84912345678', name: 'NGUYEN VAN NAM', unit: 'STC' })],
      [],
    )
    expect(plan.people).toHaveLength(1)
    expect(units(plan.people[0])).toEqual(['SNV', 'STC'])
    expect(plan.people[0]?.name).toBe('Nguyễn Văn Nam')
  })

  it('joins rows with one e-mail and one name, and keeps people apart who only share the e-mail', () => {
    const email = 'phong@tinh.example'
    const plan = planImport(
      [row(2, { email }), row(3, { email, unit: 'STC' }), row(4, { email, name: 'Trần Thị Lan' })],
      [],
    )
    expect(plan.people.map(units)).toEqual([['SNV', 'STC'], ['SNV']])
    expect(plan.warnings).toMatchObject([{ row: 4, code: 'email-shared' }])
  })

  it('reports the same person for the same unit as a duplicate of the first row', () => {
    const plan = planImport([row(2, { phone: '84912345678' }), row(9, { phone: '84912345678' })], [])
    expect(plan.duplicates).toEqual([{ row: 9, of: 2 }])
  })

  it('accepts a row that repeats only some of its units, and says so', () => {
    const plan = planImport([row(2, { phone: '84912345678' }), row(3, { phone: '84912345678', unit: 'SNV STC' })], [])
    expect(plan.duplicates).toEqual([])
    expect(plan.warnings).toMatchObject([{ row: 3, code: 'unit-repeated' }])
    expect(units(plan.people[0])).toEqual(['SNV', 'STC'])
  })

  it('rejects one phone under two names, naming the other row; accents make two names', () => {
    const plan = planImport(
      [row(2, { phone: '84912345678' }), row(3, { phone: '84912345678', name: 'Nguyễn Văn Năm' })],
      [],
    )
    expect(conflicts(plan)).toEqual([[3, 'person-conflict']])
    expect(plan.rejected[0]?.message).toContain('dòng 2')
  })

  it('rejects one name and e-mail with two phones, unless the office codes tell two people apart', () => {
    const [email, first, second] = ['phong@tinh.example', '84912345678', '84987654321']
    expect(conflicts(planImport([row(2, { email, phone: first }), row(3, { email, phone: second })], []))).toEqual([
      [3, 'person-conflict'],
    ])
    const apart = planImport(
      [row(2, { email, phone: first, externalCode: '1' }), row(3, { email, phone: second, externalCode: '2' })],
      [],
    )
    expect(apart.people).toHaveLength(2)
  })

  it('rejects a row that ties two people together', () => {
    const [email, phone] = ['nam@tinh.example', '84912345678']
    const plan = planImport(
      [row(2, { phone }), row(3, { email, unit: 'STC' }), row(4, { email, phone, unit: 'SYT' })],
      [],
    )
    expect(conflicts(plan)).toEqual([[4, 'person-conflict']])
  })

  it('rejects another group for the same person and unit', () => {
    const plan = planImport([row(2, { phone: '84912345678' }), row(3, { phone: '84912345678', group: 'LDS' })], [])
    expect(conflicts(plan)).toEqual([[3, 'group-conflict']])
  })
})

describe('a file on top of an earlier one', () => {
  const phone = '84912345678'

  it('changes nothing when it says the same', () => {
    const plan = planImport([row(2, { phone })], [known('p', { phone })])
    expect(plan.people).toHaveLength(1)
    expect(plan.people[0]?.changed).toBe(false)
    expect([...(plan.people[0]?.ratings.values() ?? [])].some(({ changed }) => changed)).toBe(false)
    expect(plan.duplicates).toEqual([])
  })

  it('corrects an e-mail, a position, a phone and a group, and erases nothing by being blank', () => {
    const before = known('p', { phone, email: 'cu@tinh.example', position: 'Chuyên viên' })
    const plan = planImport([row(2, { phone, email: 'moi@tinh.example', group: 'LDS' })], [before])
    expect(plan.people[0]).toMatchObject({
      id: 'p',
      changed: true,
      email: 'moi@tinh.example',
      position: 'Chuyên viên',
    })
    expect(plan.people[0]?.ratings.get('SNV')).toMatchObject({ group: 'LDS', changed: true, invitationId: 'p-SNV' })
  })

  it('corrects a phone by e-mail and name', () => {
    const email = 'nam@tinh.example'
    const plan = planImport([row(2, { phone: '84987654321', email })], [known('p', { phone, email })])
    expect(plan.people).toMatchObject([{ id: 'p', changed: true, phone: '84987654321' }])
  })

  it('keeps a name with accents when the file writes it without', () => {
    const plan = planImport([row(2, { phone, name: 'Nguyen Van Nam' })], [known('p', { phone })])
    expect(plan.people[0]).toMatchObject({ name: 'Nguyễn Văn Nam', changed: false })
  })

  it('rejects a phone that is known under another name, without telling whose', () => {
    const plan = planImport([row(2, { phone, name: 'Trần Thị Lan' })], [known('p', { phone })])
    expect(conflicts(plan)).toEqual([[2, 'person-conflict']])
    expect(plan.rejected[0]?.message).not.toContain('Nam')
  })

  it('adds a unit to someone known', () => {
    const plan = planImport([row(2, { phone, unit: 'SNV STC' })], [known('p', { phone })])
    expect([...(plan.people[0]?.ratings.values() ?? [])].map(({ unit, changed }) => [unit, changed])).toEqual([
      ['SNV', false],
      ['STC', true],
    ])
  })
})

it('stops every few hundred rows, of the file and of the list, for others to be answered', () => {
  const rows = Array.from({ length: 3_000 }, (_, at) =>
    row(at + 2, { email: `n${at}@so.example`, name: `Người ${at}` }),
  )
  const existing = Array.from({ length: 2_000 }, (_, at) => known(`k${at}`, { email: `k${at}@so.example` }))
  const steps = planSteps(rows, existing)
  let stops = 0
  while (!steps.next().done) stops++
  expect(stops).toBe(10)
})

describe('somebody who has withdrawn consent', () => {
  const phone = '84912345678'
  const gone = () => ({ ...known('rut', { unit: 'SNV' }), optedOut: true })

  it('is known by name, code and unit, and gets no address back', () => {
    const plan = planImport([row(2, { phone, email: 'nam@tinh.example', unit: 'SNV STC' })], [gone()])
    expect(plan.people).toMatchObject([{ id: 'rut', phone: null, email: null, changed: false }])
    expect(units(plan.people[0])).toEqual(['SNV', 'STC'])
    expect(plan.warnings).toMatchObject([{ row: 2, code: 'withdrawn' }])
  })

  it.each([
    ['another name', { name: 'Trần Thị Lan' }],
    ['another unit', { unit: 'STC' }],
    ['a code of their own', { externalCode: 'CB-7' }],
  ])('is not somebody with %s', (_, said) => {
    const plan = planImport([row(2, { phone, ...said })], [gone()])
    expect(plan.people).toMatchObject([{ id: 'rut' }, { id: null, phone }])
    expect(plan.warnings).toEqual([])
  })

  it('is only who asked for it: nobody is taken for withdrawn for having no address', () => {
    const plan = planImport([row(2, { phone })], [{ ...gone(), optedOut: false }])
    expect(plan.people).toHaveLength(2)
  })
})

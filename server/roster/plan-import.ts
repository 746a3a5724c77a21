/**
 * Joins the rows of a file into people, on top of the people imported before. One person may stand on several rows, for
 * several units; the same file twice changes nothing; a later file corrects what an earlier one said. Pure.
 */
import type { Rating } from './catalogue.ts'
import { FIELDS, type Field } from './columns.ts'
import { createPersonIndex, type Finding, type Identity, type PersonIndex } from './person-index.ts'
import { type Problem, type Rejection, reject } from './problem.ts'
import type { RosterRow } from './read-row.ts'
import { suggestEmails } from './suggest-email.ts'
import { isWithdrawn, knowWithdrawn } from './withdrawn-people.ts'

/** `row` is where this file says so; null when only the database does. `changed`: to be written. */
export type PlannedRating = Rating & {
  row: number | null
  invitationId: string | null
  changed: boolean
  /** The group that the database held, where the file says another. */
  groupBefore?: string
}

/** `id` is null for someone new. `ratings` by unit: nobody rates a unit twice. */
export type Person = Identity & {
  id: string | null
  name: string
  position: string | null
  rows: number[]
  changed: boolean
  ratings: Map<string, PlannedRating>
  /** Wants no message; without an address: has taken back their consent (withdrawn-people.ts). */
  optedOut?: boolean
  /** What the database held of somebody whom the file corrects. */
  before?: Record<PersonField, string | null>
}

const PERSON_FIELDS = ['name', 'email', 'phone', 'position', 'externalCode'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

export type Duplicate = { row: number; of: number }
export type Warning = {
  row: number
  column: string
  code: 'email-shared' | 'email-differs' | 'email-doubtful' | 'unit-repeated' | 'withdrawn'
  message: string
  value?: string
  suggestions?: string[]
}

/** `people`: those before (altered in place) and the new ones, in order. */
export type Plan = { people: Person[]; rejected: Rejection[]; duplicates: Duplicate[]; warnings: Warning[] }

/** Rows between two pauses of `planSteps`. */
const STEP = 500

export function planImport(rows: RosterRow[], existing: Person[]): Plan {
  const steps = planSteps(rows, existing)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, a few hundred rows at a time, so that the process can do other things between; yields how many are done. */
export function* planSteps(rows: RosterRow[], existing: Person[]): Generator<number, Plan> {
  const plan: Plan = { people: [...existing], rejected: [], duplicates: [], warnings: [] }
  const index = createPersonIndex<Person>()
  for (const [at, person] of existing.entries()) {
    if (at % STEP === STEP - 1) yield 0
    index.add(person)
  }
  const withdrawn = knowWithdrawn(existing)
  for (const [at, row] of rows.entries()) {
    if (at % STEP === STEP - 1) yield at
    const known = withdrawn(row)
    const finding = known ? { match: known } : index.find(row)
    const refusal = 'conflict' in finding ? identityConflict(row, finding) : ratingConflict(row, finding.match)
    if (refusal) plan.rejected.push(reject(row.row, ...refusal))
    else if ('match' in finding) place(row, finding.match, index, plan)
  }
  return plan
}

type Refusal = [Field, string, Problem]

function identityConflict(row: RosterRow, finding: Exclude<Finding<Person>, { match: unknown }>): Refusal {
  const others = finding.with.map(whereIs).join(' và ')
  const message =
    finding.conflict === 'other-name'
      ? `Số điện thoại này đã ghi cho một họ tên khác ở ${others}.`
      : `Dòng này khớp với hai người: ${others}. Hãy ghi đủ Email và Số điện thoại ở các dòng đó.`
  return ['phone', row.phone ?? row.email ?? '', { code: 'person-conflict', message }]
}

/** Two rows of one file may not contradict each other; a file may correct the database. */
function ratingConflict(row: RosterRow, match: Person | null): Refusal | undefined {
  if (!match) return undefined
  if (match.rows.length > 0 && row.phone && match.phone && row.phone !== match.phone) {
    const message = `Trùng họ tên và email với ${whereIs(match)} nhưng khác số điện thoại. Nếu là hai người, hãy ghi Mã riêng cho từng người.`
    return ['phone', row.phone, { code: 'person-conflict', message }]
  }
  for (const rating of row.ratings) {
    const known = match.ratings.get(rating.unit)
    if (known?.row != null && known.group !== rating.group) {
      const message = `Người này ở dòng ${known.row} đã thuộc nhóm “${known.group}” cho cùng đơn vị.`
      return ['group', rating.group, { code: 'group-conflict', message }]
    }
  }
  return undefined
}

function place(row: RosterRow, match: Person | null, index: PersonIndex<Person>, plan: Plan): void {
  const person = match ?? newPerson(row)
  if (!match) plan.people.push(person)
  if (row.email && person.email && row.email !== person.email && person.rows.length > 0) {
    warn(plan, row, 'email', 'email-differs', `Email khác với dòng ${person.rows[0]} của cùng người; giữ theo dòng đó.`)
  }
  index.remove(person)
  correct(person, row)
  index.add(person)
  const sharer = index.sharesEmail(person)
  if (sharer && person.rows.length === 0) {
    warn(plan, row, 'email', 'email-shared', `Dùng chung Email với ${whereIs(sharer)} (người khác).`)
  }
  if (row.email && person.email && person.rows.length === 0) doubt(plan, row, row.email)
  if (isWithdrawn(person)) warn(plan, row, 'name', 'withdrawn', WITHDRAWN)
  const repeated = addRatings(person, row)
  person.rows.push(row.row)
  if (repeated.length === row.ratings.length) plan.duplicates.push({ row: row.row, of: repeated[0] ?? row.row })
  else if (repeated.length > 0) {
    warn(plan, row, 'unit', 'unit-repeated', `Một phần đơn vị đã có ở dòng ${repeated[0]} của cùng người.`)
  }
}

const WITHDRAWN =
  'Người cùng họ tên ở đơn vị này đã rút lại sự đồng ý: địa chỉ không được ghi lại, không có tin nào được gửi. Nếu là người khác, hãy ghi Mã riêng.'

/** The first row of a file corrects what the database holds; later rows only fill in what is still missing. */
function correct(person: Person, row: RosterRow): void {
  const first = person.rows.length === 0
  const fields = isWithdrawn(person) ? (['name', 'position'] as const) : PERSON_FIELDS
  for (const field of fields) {
    const value = row[field]
    if (value === null || value === person[field] || (!first && person[field] !== null)) continue
    if (field === 'name' && losesAccents(person, row)) continue
    if (person.id !== null) person.before ??= valuesOf(person)
    Object.assign(person, field === 'name' ? { name: row.name, nameKey: row.nameKey } : { [field]: value })
    person.changed = true
  }
}

const valuesOf = ({ name, email, phone, position, externalCode }: Person): Record<PersonField, string | null> => ({
  name,
  email,
  phone,
  position,
  externalCode,
})

/** The same name typed without accents is no correction. */
const losesAccents = (person: Person, { nameKey }: RosterRow) =>
  nameKey.folded === nameKey.bare && person.nameKey.folded !== person.nameKey.bare

/** Adds or corrects ratings; returns the rows that said the same before. */
function addRatings(person: Person, { row, ratings }: RosterRow): number[] {
  const repeated: number[] = []
  for (const rating of ratings) {
    const known = person.ratings.get(rating.unit)
    if (known?.row != null) repeated.push(known.row)
    else {
      const changed = known === undefined || known.group !== rating.group
      const before = known && changed ? { groupBefore: known.group } : {}
      person.ratings.set(rating.unit, { ...rating, row, invitationId: known?.invitationId ?? null, changed, ...before })
    }
  }
  return repeated
}

function newPerson({ name, nameKey, email, phone, position, externalCode }: RosterRow): Person {
  const said = { name, nameKey, email, phone, position, externalCode }
  return { ...said, id: null, rows: [], changed: true, ratings: new Map() }
}

const whereIs = (person: Person) => (person.rows.length > 0 ? `dòng ${person.rows[0]}` : 'danh sách đã nhập')

/** An address that is well formed and whose domain nobody has ("gmail.con"). */
function doubt(plan: Plan, { row }: RosterRow, email: string): void {
  const suggestions = suggestEmails(email)
  if (suggestions.length === 0) return
  const message = `Địa chỉ này có lẽ gõ nhầm. Có phải ${suggestions[0]}?`
  plan.warnings.push({ row, column: FIELDS.email, code: 'email-doubtful', message, value: email, suggestions })
}

function warn(plan: Plan, { row }: RosterRow, field: Field, code: Warning['code'], message: string): void {
  plan.warnings.push({ row, column: FIELDS[field], code, message })
}

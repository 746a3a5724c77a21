/** Reads a correction of one person by the rules of the import. Pure. */
import type { Definition } from '../campaigns/definition.ts'
import { errors } from '../errors.ts'
import { cleanCell } from '../sheets/sheet.ts'
import type { Rating } from './catalogue.ts'
import { normalizeEmail } from './normalize-email.ts'
import { normalizePhone } from './normalize-phone.ts'
import type { PersonRow } from './people-queries.ts'
import { readPersonName } from './person-name.ts'
import type { PersonBody } from './schemas.ts'
import { suggestEmails } from './suggest-email.ts'
import { suggestPhones } from './suggest-phone.ts'

export type ChangedPerson = Omit<PersonRow, 'id' | 'ratings'> & { ratings: Rating[] }
type PersonProblem = { path: keyof PersonBody; problem: string; suggestions?: string[] }

/** The person as they will be. Throws person-invalid with every problem. */
export function readPersonBody(body: PersonBody, person: PersonRow, { blocks }: Definition): ChangedPerson {
  const problems: PersonProblem[] = []
  const refuse = (path: keyof PersonBody, problem: string, suggestions: string[] = []) =>
    void problems.push({ path, problem, ...(suggestions.length > 0 ? { suggestions } : {}) })
  const changed: ChangedPerson = { ...person, ratings: [] }
  if (body.name !== undefined) {
    const read = readPersonName(cleanCell(body.name))
    if ('problem' in read) refuse('name', read.problem.message)
    else changed.name = read.name
  }
  if (body.email !== undefined) {
    const read = normalizeEmail(cleanCell(body.email))
    if ('problem' in read) refuse('email', read.problem.message, suggestEmails(body.email))
    else changed.email = read.email
  }
  if (body.phone !== undefined) {
    const read = normalizePhone(cleanCell(body.phone))
    if ('problem' in read) refuse('phone', read.problem.message, suggestPhones(body.phone))
    else changed.phone = read.phone
  }
  if (body.position !== undefined) changed.position = oneLine(body.position)
  if (body.code !== undefined) changed.code = oneLine(body.code)
  if (!changed.email && !changed.phone && problems.length === 0) {
    refuse('phone', 'Cần ít nhất một trong hai: Email hoặc Số điện thoại.')
  }
  for (const { unit, group } of body.ratings ?? person.ratings) {
    const block = blocks.find(({ units }) => units.some(({ code }) => code === unit))
    if (!block) refuse('ratings', `Không có đơn vị “${unit}”.`)
    else if (!block.groups.some(({ code }) => code === group))
      refuse('ratings', `${block.name} không có nhóm “${group}”.`)
    else if (changed.ratings.some((rating) => rating.unit === unit)) refuse('ratings', 'Một đơn vị chỉ ghi một lần.')
    else changed.ratings.push({ block: block.code, unit, group })
  }
  if (problems.length > 0) throw errors.personInvalid(problems)
  return changed
}

const oneLine = (text: string) => cleanCell(text).replace(/\s+/g, ' ').trim() || null

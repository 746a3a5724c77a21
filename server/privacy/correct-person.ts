/** Corrects what the list says of a respondent, at any time and by the list's own rules. */
import { updateContact } from '../delivery/by-hand/change-queries.ts'
import { readContact } from '../delivery/by-hand/correct-contact.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { readPersonName } from '../roster/person-name.ts'
import { actOnRequest, type RequestPlace } from './act-on-request.ts'
import { updatePerson } from './people-queries.ts'
import type { CorrectBody } from './schemas.ts'

/** Throws as actOnRequest, contact-invalid (422, details [{path, problem, suggestion?}]). The audit log gets the fields' names. */
export async function correctPerson(
  deps: Pick<Deps, 'db' | 'clock' | 'changes'>,
  place: RequestPlace,
  body: CorrectBody,
  staff: Staff,
): Promise<void> {
  const fields = Object.entries(body).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  if (fields.length === 0) throw errors.contactInvalid([{ path: 'name', problem: 'Hãy sửa ít nhất một mục.' }])
  const name = body.name === undefined ? undefined : readName(body.name)
  const contact = body.email === undefined && body.phone === undefined ? undefined : readContact(body)
  await actOnRequest(deps, place, 'correct', staff, async (tx, campaign, person) => {
    await updatePerson(tx, person, { name, position: body.position === '' ? null : body.position })
    if (contact) await updateContact(tx, campaign.id, person, contact)
    return { fields }
  })
}

function readName(typed: string): string {
  const read = readPersonName(typed.normalize('NFC'))
  if ('problem' in read) throw errors.contactInvalid([{ path: 'name', problem: read.problem.message }])
  return read.name
}

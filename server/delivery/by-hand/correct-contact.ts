/** Corrects an address while the campaign runs, by the roster's own rules; what failed at the old one is forgotten. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { normalizeEmail } from '../../roster/normalize-email.ts'
import { normalizePhone } from '../../roster/normalize-phone.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { updateContact } from './change-queries.ts'
import { findOpenCampaign } from './find-open-campaign.ts'
import type { ContactBody, ContactProblem, ContactView } from './schemas.ts'

/** Throws contact-invalid with what is wrong, campaign-unknown, campaign-not-open, campaign-closed, person-unknown. */
export async function correctContact(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { code, person }: { code: string; person: string },
  body: ContactBody,
  staff: Staff,
): Promise<ContactView> {
  const contact = readContact(body)
  return db.transaction(async (tx) => {
    const campaign = await findOpenCampaign(tx, code, clock.now())
    const corrected = await updateContact(tx, campaign.id, person, contact)
    if (!corrected) throw errors.personUnknown()
    const done = Object.entries(contact).map(([field, value]) => [field, value === null ? 'removed' : 'set'])
    await recordAudit(tx, {
      actor: staff.email,
      action: 'people.contact',
      campaign: code,
      details: { person, ...Object.fromEntries(done) },
    })
    return corrected
  })
}

/** Only the fields that were given, written as the roster has them. Throws contact-invalid. */
export function readContact(body: ContactBody): { email?: string | null; phone?: string | null } {
  const problems: ContactProblem[] = []
  const contact: { email?: string | null; phone?: string | null } = {}
  if (body.email !== undefined) {
    const read = normalizeEmail(body.email ?? '')
    if ('email' in read) contact.email = read.email
    else problems.push({ path: 'email', problem: read.problem.message, ...suggestEmail(body.email ?? '') })
  }
  if (body.phone !== undefined) {
    const read = normalizePhone(body.phone ?? '')
    if ('phone' in read) contact.phone = read.phone
    else problems.push({ path: 'phone', problem: read.problem.message })
  }
  if (body.email === undefined && body.phone === undefined)
    problems.push({ path: 'email', problem: 'Hãy ghi địa chỉ thư hoặc số điện thoại cần sửa.' })
  if (problems.length > 0) throw errors.contactInvalid(problems)
  return contact
}

/** What typing with a Vietnamese keyboard does to an address: accents, spaces, a comma for the dot. */
function suggestEmail(typed: string): { suggestion?: string } {
  const plain = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/\s+/g, '')
    .replaceAll(',', '.')
  const read = normalizeEmail(plain)
  return 'email' in read && read.email ? { suggestion: read.email } : {}
}

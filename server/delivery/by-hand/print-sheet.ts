/** Personal links on paper: one card a person, by the first unit that they still have to rate. Printing is audited. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { unitLabel } from '../compose-message.ts'
import { findOpenCampaign, unitsOf } from './find-open-campaign.ts'
import { type HandCampaign, type HandPerson, listHandPeople } from './queries.ts'
import type { SheetQuery } from './schemas.ts'
import { renderSheet, type SheetUnit } from './sheet-page.ts'

/** More would make a browser's print preview give up. */
export const MOST_CARDS = 2_000

/** Returns the page and its headers. Throws campaign-unknown, campaign-not-open, campaign-closed, sheet-too-large. */
export async function printSheet(
  { db, clock, config, secrets }: Pick<Deps, 'db' | 'clock' | 'config' | 'secrets'>,
  code: string,
  { scope, unit, handed }: SheetQuery,
  staff: Staff,
): Promise<{ page: string; headers: Record<string, string> }> {
  const campaign = await findOpenCampaign(db, code, clock.now())
  const range = { limit: MOST_CARDS, offset: 0, skipHanded: handed === 'skip', atMost: MOST_CARDS }
  const { total, people } = await listHandPeople(db, { campaign, scope, unit }, range)
  if (total > MOST_CARDS) throw errors.sheetTooLarge({ cards: total, limit: MOST_CARDS })
  await recordAudit(db, {
    actor: staff.email,
    action: 'hand.print',
    campaign: code,
    details: { scope, unit: unit ?? null, handed, people: people.map(({ id }) => id) },
  })
  const linkOf = ({ id, linkIssue }: HandPerson) => `${config.publicUrl}/p/${secrets.linkToken(id, linkIssue)}`
  return renderSheet({ ...campaign, units: byUnit(campaign, people, unit, linkOf) })
}

/** In the definition's order; a person who rates several units stands once, under the chosen unit or else their first. */
function byUnit(
  campaign: HandCampaign,
  people: HandPerson[],
  chosen: string | undefined,
  linkOf: (person: HandPerson) => string,
): SheetUnit[] {
  const sheets = new Map<string, SheetUnit>()
  for (const { code, name } of campaign.units) sheets.set(code, { name, cards: [] })
  for (const person of people) {
    const units = unitsOf(campaign, person.units)
    const home = units.find(({ code }) => code === chosen) ?? units[0]
    if (!home) continue
    const names = [home, ...units.filter((unit) => unit !== home)].map(({ name }) => name)
    sheets.get(home.code)!.cards.push({ name: person.name, unit: unitLabel(names), link: linkOf(person) })
  }
  return [...sheets.values()].filter(({ cards }) => cards.length > 0)
}

/**
 * A survey as an officer sets it up, all through the public interface of one web process, and the people who then find
 * their personal links in their messages.
 */
import type { Definition, Questionnaire } from '../campaigns/definition.ts'
import type { OpenedView } from '../campaigns/schemas.ts'
import { questionsOf } from '../campaigns/survey-questions.ts'
import { type Officer, signInAsOfficer } from '../demo/officer.ts'
import { inventPopulation, type SyntheticPerson } from '../demo/population.ts'
import type { SeededRandom } from '../demo/seeded-random.ts'
import type { Answers } from '../responses/validate-answers.ts'
import { ADMIN } from './processes.ts'
import { soundAnswers } from './respondent.ts'

export const CODE = 'khao-sat'

/** A message as /dev/outbox.json shows it. */
export type OutboxMessage = { id: number; channel: 'email' | 'zalo'; recipient: string; text: string; link: string }
export type Invited = SyntheticPerson & { token: string }

export const signIn = (base: string): Promise<Officer> => signInAsOfficer(base, ADMIN.email, ADMIN.password)

/** `people` over the first `units` units of every block, so that each unit has enough of them to be counted while open. */
export function inventPeople(definition: Definition, people: number, units: number, random: SeededRandom) {
  const blocks = definition.blocks.map((block) => ({ ...block, units: block.units.slice(0, units) }))
  return inventPopulation({ ...definition, blocks }, people, random)
}

/** Creates, imports and opens. Throws when any row of the list is refused. */
export async function openSurvey(officer: Officer, slug: string, people: SyntheticPerson[]): Promise<OpenedView> {
  await officer.post('/api/campaigns', { definition: slug, code: CODE, sendingHours: 'any' })
  const lines = people.map(({ name, email, phone, unit, group }) => [name, email, phone, unit, group].join(','))
  const file = Buffer.from(['Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm', ...lines].join('\n'))
  const { accepted } = await officer.upload<{ accepted: number }>(
    `/api/campaigns/${CODE}/roster?dryRun=false`,
    'danh-sach.csv',
    file,
  )
  if (accepted !== people.length) throw new Error(`${people.length - accepted} rows of the list were refused`)
  return officer.post<OpenedView>(`/api/campaigns/${CODE}/open`)
}

export async function sendInvitations(officer: Officer, channels = ['email', 'zalo'], at?: Date): Promise<number> {
  const body = { kind: 'invitation', channels, ...(at ? { at: at.toISOString() } : {}) }
  return (await officer.post<{ deliveries: number }>(`/api/campaigns/${CODE}/waves`, body)).deliveries
}

/** Everything in the built-in outbox at this moment. */
export async function readOutbox(base: string): Promise<OutboxMessage[]> {
  const messages: OutboxMessage[] = []
  for (let after = 0; ; ) {
    const response = await fetch(`${base}/dev/outbox.json?after=${after}&limit=1000`)
    const page = (await response.json()) as { messages: OutboxMessage[]; next: number }
    if (page.messages.length === 0) return messages
    messages.push(...page.messages)
    after = page.next
  }
}

/** Everybody with the token of the link that they were sent; throws when somebody was sent none. */
export function findLinks(people: SyntheticPerson[], messages: OutboxMessage[]): Invited[] {
  const links = new Map(messages.map(({ recipient, link }) => [recipient, link]))
  return people.map((person) => {
    const link = links.get(person.email) ?? links.get(deliveredTo(person.phone))
    if (!link) throw new Error('somebody was sent no link')
    return { ...person, token: link.slice(link.lastIndexOf('/') + 1) }
  })
}

/** A phone as channels address it. */
export const deliveredTo = (phone: string): string => phone.replace(/^0/, '84')

/** An answer to every scored question by chance, and a comment that nobody else writes: `mark` tells answers apart. */
export function markedAnswers(random: SeededRandom, mark: string): (questionnaire: Questionnaire) => Answers {
  return (questionnaire) => {
    const comment = questionsOf(questionnaire).find((question) => question.type === 'comment')!
    return { ...soundAnswers(questionnaire, random.below), [comment.name]: `Góp ý riêng ${mark}` }
  }
}

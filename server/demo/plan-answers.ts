/** Everybody opens their link, and every unit's raters get opinions that together make the year's tally. */
import type { Definition } from '../campaigns/definition.ts'
import { questionsOf } from '../campaigns/survey-questions.ts'
import { dealOpinions } from './deal-opinions.ts'
import type { YearTally } from './read-year.ts'
import { fetchLink, type LinkInvitation } from './respond.ts'
import { runAll } from './run-all.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What one person will do: their link, the invitation behind it and the answers they have in mind. */
export type AnswerSheet = {
  token: string
  noticeVersion: string
  invitation: LinkInvitation
  answers: Record<string, unknown>
}

export async function planAnswers(
  base: string,
  tokens: string[],
  definition: Definition,
  tally: YearTally,
  random: SeededRandom,
  onProgress: (opened: number) => void,
): Promise<AnswerSheet[]> {
  const sheets: AnswerSheet[] = []
  await runAll(tokens, 16, async (token) => {
    const link = await fetchLink(base, token)
    for (const invitation of link.invitations) {
      sheets.push({ token, noticeVersion: link.notice.version, invitation, answers: {} })
    }
    onProgress(sheets.length)
  })
  sheets.sort((a, b) => (a.token < b.token ? -1 : 1))
  for (const [unit, { questions }] of Object.entries(tally)) {
    const ofUnit = sheets.filter((sheet) => sheet.invitation.unit.code === unit)
    const raters = ofUnit.map(({ invitation }) => ({
      asked: new Set(questionsOf(invitation.questionnaire!).map((question) => question.name)),
    }))
    const opinions = dealOpinions(questions, raters, definition.noOpinion.value, random)
    for (const [index, sheet] of ofUnit.entries()) sheet.answers = opinions[index]!
  }
  return sheets
    .map((sheet) => ({ sheet, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ sheet }) => sheet)
}

/** What the flow needs of a form, whether it is plain HTML (plain-form.ts) or survey-react-ui (rich-form.tsx). */
import type { Answers } from './kept.ts'
import type { Problem } from './send-response.ts'

export type SummaryLine = { question: string; answer: string; required: boolean }

export type AnswerForm = {
  /** Number of screens; may change with the answers when the form is rich. */
  count(): number
  /** Prepares a screen and returns its section. */
  show(screen: number): HTMLElement
  /** Puts a draft in place of whatever is there. */
  fill(answers: Answers): void
  /** SurveyJS data: question name → value. */
  read(): Answers
  /** The first screen, of one or all, where something is missing or wrong; says nothing. Null when all is well. */
  unfinished(screen?: number): number | null
  /** Names beside each question of a screen what is wrong, and focuses the first. */
  point(screen: number): void
  /** Shows what the server found wrong; returns the screen of the first. */
  showProblems(problems: Problem[]): number
  /** One entry a screen, for the review. */
  summary(): { title: string; lines: SummaryLine[] }[]
}

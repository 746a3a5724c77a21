/**
 * A questionnaire that the plain page cannot show (expressions, panels, other question types), by survey-react-ui itself,
 * on the same page and with the same way of sending. Loaded only for such a questionnaire: it is some twenty times the page.
 */
import { createRoot } from 'react-dom/client'
import { Model, type Question } from 'survey-core'
import 'survey-core/i18n/vietnamese'
import 'survey-core/survey-core.fontless.css'
import { Survey } from 'survey-react-ui'
import type { AnswerForm } from './answer-form.ts'
import type { Answers } from './kept.ts'
import './rich.css'

/** Renders into `place`; the page's own bar and buttons lead through it. */
export function openRichForm(
  place: HTMLElement,
  questionnaire: Record<string, unknown>,
  onDraft: (answers: Answers) => Promise<void>,
): AnswerForm {
  const model = new Model(questionnaire)
  model.locale ||= 'vi'
  model.showNavigationButtons = false
  model.showProgressBar = false
  model.showTitle = false
  model.showPageTitles = false
  model.showCompletePage = false
  model.checkErrorsMode = 'onNextPage'
  model.focusFirstQuestionAutomatic = false
  model.onValueChanged.add(() => onDraft(model.data))
  const pages = () => model.visiblePages
  const heading = place.querySelector<HTMLElement>('h1')!
  const box = document.createElement('div')
  place.append(box)
  createRoot(box).render(<Survey model={model} />)

  return {
    count: () => Math.max(1, pages().length),
    show(screen) {
      model.currentPageNo = screen
      heading.textContent = pages()[screen]?.title || questionnaireTitle(model)
      return place
    },
    fill(answers) {
      model.data = answers
    },
    read: () => {
      model.clearIncorrectValues(true)
      return model.data
    },
    unfinished(screen) {
      const wrong = pages().findIndex((page, i) => (screen === undefined || i === screen) && !page.validate(false))
      return wrong < 0 ? null : wrong
    },
    point(screen) {
      model.currentPageNo = screen
      pages()[screen]?.validate(true, true)
    },
    showProblems(problems) {
      for (const { question, problem } of problems) model.getQuestionByName(question)?.addError(problem)
      const first = model.getQuestionByName(problems[0]?.question ?? '')
      return Math.max(0, pages().indexOf(first?.page as never))
    },
    summary: () =>
      pages().map((page) => ({
        title: page.title,
        lines: (page.questions as Question[])
          .filter((question) => question.isVisible && question.hasInput)
          .map((question) => ({
            question: question.title,
            answer: question.isEmpty() ? '' : String(question.displayValue ?? ''),
            required: question.isRequired,
          })),
      })),
  }
}

const questionnaireTitle = (model: Model) => model.title || ' '

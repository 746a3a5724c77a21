/**
 * One question as plain accessible HTML. The script (client/respond/form-answers.ts) reads it back by these attributes:
 * `data-q` name, `data-k` kind (one, many, matrix, text, number), `data-r` an answer is required, `data-j` values are JSON
 * rather than text, `data-row` a matrix row, `data-min`/`data-max` how many boxes.
 */
import { type Html, html, trusted, type Value } from './html.ts'
import type { Choice, Question } from './read-form.ts'
import { sanitiseHtml } from './sanitise-html.ts'

/** `form` makes ids unique on the page; `quiet` is the value of "no opinion", shown apart from the levels. */
export function renderQuestion(question: Question, form: number, quiet?: string): Html {
  if (question.kind === 'html') return html`<div class="prose">${sanitiseHtml(question.markup)}</div>`
  const id = `${form}-${question.name}`
  const described = question.description ? `${id}-d ${id}-e` : `${id}-e`
  const note = question.description && html`<p class="hint" id="${id}-d">${question.description}</p>`
  const title = html`${question.number && html`<b>${question.number}</b> `}${question.title}${
    !question.required && html` <small>(không bắt buộc)</small>`
  }`
  const shared = html` data-q="${question.name}"${question.required && trusted(' data-r')}`
  switch (question.kind) {
    case 'one':
      return html`<fieldset class="q" data-k="one"${shared}${json(question.choices)} aria-describedby="${described}"><legend>${title}</legend>${note}${renderChoices(
        question.choices,
        question.name,
        quiet,
      )}${renderEnds(question)}<p class="wrong" id="${id}-e"></p></fieldset>`
    case 'many':
      return html`<fieldset class="q" data-k="many"${shared}${json(question.choices)}${
        question.min && html` data-min="${question.min}"`
      }${question.max && html` data-max="${question.max}"`} aria-describedby="${described}"><legend>${title}</legend>${note}<div class="list">${question.choices.map(
        (choice) => renderChoice(choice, question.name, 'checkbox', jsonValues(question.choices)),
      )}</div><p class="wrong" id="${id}-e"></p></fieldset>`
    case 'matrix':
      return html`<fieldset class="q" data-k="matrix"${shared}${json([...question.columns])}${
        question.every && trusted(' data-every')
      } aria-describedby="${described}"><legend>${title}</legend>${note}${question.rows.map(
        (row) =>
          html`<fieldset class="row" data-row="${String(row.value)}"><legend>${row.text}</legend>${renderChoices(
            question.columns,
            `${question.name}.${row.value}`,
            quiet,
          )}</fieldset>`,
      )}<p class="wrong" id="${id}-e"></p></fieldset>`
    case 'comment':
      return html`<div class="q" data-k="text"${shared}><label class="ask" for="${id}">${title}</label>${note}<textarea id="${id}" name="${question.name}" rows="${question.rows}"${attribute(
        'maxlength',
        question.maxLength,
      )}${attribute('placeholder', question.hint)} aria-describedby="${described}"></textarea><p class="wrong" id="${id}-e"></p></div>`
    case 'text':
      return html`<div class="q" data-k="${question.input === 'number' ? 'number' : 'text'}"${shared}><label class="ask" for="${id}">${title}</label>${note}<input id="${id}" name="${question.name}" type="${question.input}"${attribute(
        'maxlength',
        question.maxLength,
      )}${attribute('min', question.min)}${attribute('max', question.max)}${
        question.input === 'number' && trusted(' step="any" inputmode="decimal"')
      }${attribute('placeholder', question.hint)} aria-describedby="${described}" autocomplete="off"><p class="wrong" id="${id}-e"></p></div>`
  }
}

/** Levels that fit become equal tiles in one row; "no opinion" and long texts stand below as full-width lines. */
function renderChoices(choices: Choice[], name: string, quiet?: string): Value {
  const asJson = jsonValues(choices)
  const levels = choices.filter((choice) => String(choice.value) !== quiet && fitsTile(choice.text))
  const tiled = levels.length >= 2 && levels.length <= 11 && choices.indexOf(levels.at(-1)!) === levels.length - 1
  const below = tiled ? choices.slice(levels.length) : choices
  return [
    tiled &&
      html`<div class="tiles${levels.length > 5 ? ' many' : levels.every(isNumber) && ' short'}">${levels.map((choice) => renderChoice(choice, name, 'radio', asJson))}</div>`,
    below.length > 0 &&
      html`<div class="list${tiled && ' quiet'}">${below.map((choice) => renderChoice(choice, name, 'radio', asJson))}</div>`,
  ]
}

/** A tile on a 320 px screen holds two short words, one above the other. */
const fitsTile = (text: string) => text.length <= 12 && text.split(/\s+/).every((word) => word.length <= 6)

const isNumber = ({ text }: Choice) => text.length <= 2

function renderChoice(choice: Choice, name: string, type: 'radio' | 'checkbox', asJson: boolean): Html {
  const value = asJson ? JSON.stringify(choice.value) : String(choice.value)
  return html`<label><input type="${type}" name="${name}" value="${value}"><span class="face">${choice.text}</span></label>`
}

const renderEnds = ({ low, high }: { low: string; high: string }) =>
  (low || high) && html`<p class="ends"><span>${low}</span><span>${high}</span></p>`

/** Values that are not all text travel as JSON, so that 1 stays a number and true a boolean. */
const jsonValues = (choices: Choice[]) => choices.some(({ value }) => typeof value !== 'string')
const json = (choices: Choice[]) => jsonValues(choices) && trusted(' data-j')

const attribute = (name: string, value: string | number | null): Value =>
  value !== null && value !== '' && html` ${trusted(name)}="${value}"`

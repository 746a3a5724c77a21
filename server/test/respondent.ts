/** Respondents for tests: what a phone does at the two doors, over HTTP by inject, and answers that fit a questionnaire. */
import type { Questionnaire } from '../campaigns/definition.ts'
import { choicesOf, questionsOf } from '../campaigns/survey-questions.ts'
import type { LinkView } from '../credential/schemas.ts'
import { finishCredential, prepareCredential, readBlindingKey } from '../demo/blind-client.ts'
import type { App } from '../http/app-types.ts'
import type { Answers } from '../responses/validate-answers.ts'
import type { TestPerson } from './campaign.ts'

/** A body of POST /api/responses. */
export type ResponseBody = { stratum: string; message: string; signature: string; answers: Answers }
/** From 0 to `below` − 1. */
export type Random = (below: number) => number

export async function readLinkOf(app: App, { token }: TestPerson): Promise<LinkView> {
  const reply = await app.inject({ url: `/api/links/${token}` })
  if (reply.statusCode !== 200) throw new Error(`GET /api/links answered ${reply.statusCode} ${reply.json().code}`)
  return reply.json()
}

/** What a phone tells when "Bắt đầu" is pressed. */
export async function startAs(app: App, { token, invitation }: TestPerson): Promise<void> {
  const payload = { invitation: invitation.id }
  const reply = await app.inject({ method: 'POST', url: `/api/links/${token}/start`, payload })
  if (reply.statusCode !== 204) throw new Error(`start answered ${reply.statusCode} ${reply.json().code}`)
}

export async function requestCredential(app: App, token: string, body: object) {
  return app.inject({ method: 'POST', url: `/api/links/${token}/credentials`, payload: body })
}

/** Reads the link, has a message signed and returns what may be sent once. `answers` may depend on the questionnaire. */
export async function obtainCredential(
  app: App,
  person: TestPerson,
  answers: (questionnaire: Questionnaire) => Answers = soundAnswers,
): Promise<ResponseBody> {
  const { notice, invitations } = await readLinkOf(app, person)
  const { id, stratum, publicKey, questionnaire } = invitations[0]!
  const prepared = prepareCredential(readBlindingKey(publicKey!), stratum)
  const body = { invitation: id, consent: { version: notice.version }, blinded: prepared.blinded }
  const reply = await requestCredential(app, person.token, body)
  if (reply.statusCode !== 200) throw new Error(`credentials answered ${reply.statusCode} ${reply.json().code}`)
  const signature = finishCredential(prepared, reply.json().blindSignature)
  return { stratum, message: prepared.message, signature, answers: answers(questionnaire!) }
}

export async function sendResponse(app: App, body: ResponseBody) {
  return app.inject({ method: 'POST', url: '/api/responses', payload: body })
}

/** The whole road of one person; returns the receipt. */
export async function answerAs(
  app: App,
  person: TestPerson,
  answers?: (questionnaire: Questionnaire) => Answers,
): Promise<string> {
  const reply = await sendResponse(app, await obtainCredential(app, person, answers))
  if (reply.statusCode !== 201) throw new Error(`responses answered ${reply.statusCode} ${reply.json().code}`)
  return reply.json().receipt
}

/** An answer to every required question, chosen by `random` (the first choice by default). */
export function soundAnswers(questionnaire: Questionnaire, random: Random = () => 0): Answers {
  const answers: Answers = {}
  for (const question of questionsOf(questionnaire)) {
    if (question.isRequired !== true) continue
    const choices = choicesOf(question.type === 'rating' ? (question.rateValues ?? [1, 2, 3, 4, 5]) : question.choices)
    answers[question.name] = choices[random(choices.length)]!.value
  }
  return answers
}

/** mulberry32: a small seeded generator, so that a failing run can be repeated. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/**
 * A respondent's phone that does not give up (client/respond/send-response.ts in Node): after a lost connection or a busy
 * server it sends the very same message again, to whichever web process it is led to.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Questionnaire } from '../campaigns/definition.ts'
import type { LinkView } from '../credential/schemas.ts'
import { finishCredential, prepareCredential, readBlindingKey } from '../demo/blind-client.ts'
import type { Answers } from '../responses/validate-answers.ts'
import { sha256 } from '../secrets.ts'

/** Leads a request to a web process, as a load balancer would. */
export type Route = () => string

export type Ballot = {
  unit: string
  group: string
  answers: Answers
  /** What POST /api/responses is sent, always the same. */
  body: string
  /** As its author computes it from the message. */
  receipt: string
}

/** Outcomes of every try to send one ballot: an HTTP status, or 0 where the connection broke. */
export type Sent = Ballot & { tries: number[] }

/** How long a phone keeps on trying before the test is given up. */
const PATIENCE_MS = 90_000
const TRY_MS = 20_000

export async function fetchLink(route: Route, token: string): Promise<LinkView> {
  return (await insist(route, `/api/links/${token}`)).reply as LinkView
}

/** Reads the link, answers its first invitation on the device and has the message signed. */
export async function takeCredential(
  route: Route,
  token: string,
  answer: (questionnaire: Questionnaire) => Answers,
): Promise<Ballot> {
  const { notice, invitations } = await fetchLink(route, token)
  const { id, unit, group, stratum, publicKey, questionnaire } = invitations[0]!
  const answers = answer(questionnaire!)
  const prepared = prepareCredential(readBlindingKey(publicKey!), stratum)
  const request = { invitation: id, consent: { version: notice.version }, blinded: prepared.blinded }
  const { reply } = await insist(route, `/api/links/${token}/credentials`, JSON.stringify(request))
  const signature = finishCredential(prepared, (reply as { blindSignature: string }).blindSignature)
  const { message } = prepared
  return {
    unit: unit.code,
    group: group.code,
    answers,
    body: JSON.stringify({ stratum, message, signature, answers }),
    receipt: sha256(Buffer.from(message, 'base64url')).toString('base64url').slice(0, 22),
  }
}

/** Sends until somebody says that it is taken. `onTry` is called as each request leaves. Throws on a refusal, or a foreign receipt. */
export async function sendBallot(route: Route, ballot: Ballot, onTry: () => void = () => {}): Promise<Sent> {
  const { reply, tries } = await insist(route, '/api/responses', ballot.body, onTry)
  const { receipt } = reply as { receipt: string }
  if (receipt !== ballot.receipt) throw new Error('the server gave a receipt that is not of this message')
  return { ...ballot, tries }
}

async function insist(route: Route, path: string, body?: string, onTry = () => {}) {
  const tries: number[] = []
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const trying = attempt(route() + path, body)
    onTry()
    const { status, reply } = await trying
    tries.push(status)
    if (status === 200 || status === 201) return { reply, tries }
    const { code } = (reply ?? {}) as { code?: string }
    const passes = status === 0 || status === 429 || status >= 500
    if (!passes || performance.now() > deadline) {
      throw new Error(`${path.split('/').slice(0, 3).join('/')} was refused: ${tries.join(' ')} ${code ?? ''}`)
    }
    // The phone's own back-off, much shortened.
    await pause(50)
  }
}

async function attempt(url: string, body: string | undefined): Promise<{ status: number; reply: unknown }> {
  try {
    const response = await fetch(url, {
      ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      signal: AbortSignal.timeout(TRY_MS),
    })
    return { status: response.status, reply: await response.json() }
  } catch {
    return { status: 0, reply: null }
  }
}

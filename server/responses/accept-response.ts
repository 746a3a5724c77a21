/**
 * Accepts one response (promise 1): a good signature over a message never used before is the whole right to answer. This
 * side knows no token, cookie or address; it answers 201 only when receipt and sealed response are durable.
 */
import { verify } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { AppError, errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { countBox } from '../tally/count-box.job.ts'
import { type BatchWriter, createBatchWriter } from './batch-writer.ts'
import { createOpenStrata, type VerificationKey } from './open-strata.ts'
import { type Arrival, findReceipt, insertArrivals } from './queries.ts'
import { receiptOf } from './receipt.ts'
import { sealResponse } from './sealed-response.ts'
import type { Answers } from './validate-answers.ts'

type AcceptDeps = Pick<Deps, 'answerDb' | 'secrets' | 'queue'>
export type ResponseRequest = { stratum: string; message: string; signature: string; answers: Answers }
export type Accepted = { receipt: string; first: boolean }
export type ResponseDoor = { accept(request: ResponseRequest): Promise<Accepted>; drain(): Promise<void> }

const RANDOM_BYTES = 32
/** The counting worker is told of new responses at most this often; it works through the box in bulk. */
const HINT_EVERY_MS = 1_000

/** Builds the one door of a web process; `drain` waits for what was accepted so far. */
export function createResponseDoor(deps: AcceptDeps): ResponseDoor {
  const strata = createOpenStrata(deps.answerDb)
  const hint = createHint(deps)
  const writers = createWriters(deps)

  async function accept(request: ResponseRequest): Promise<Accepted> {
    const stratum = await strata.find(request.stratum)
    if (!stratum) throw errors.stratumUnknown()
    const message = Buffer.from(request.message, 'base64url')
    const wellFormed =
      message.length > RANDOM_BYTES && message.subarray(RANDOM_BYTES).equals(Buffer.from(request.stratum))
    if (!wellFormed || !signatureIsGood(stratum.publicKey, message, request.signature)) throw errors.signatureInvalid()
    const problems = await stratum.judge(request.answers)
    if (problems.length > 0) throw errors.answersInvalid(problems.slice(0, 100))
    const messageHash = sha256(message)
    const receipt = receiptOf(messageHash)
    const arrival = {
      campaignId: stratum.campaignId,
      stratumId: request.stratum,
      unit: stratum.unit,
      messageHash,
      fingerprint: fingerprintOf(message, request.answers),
      sealed: sealResponse(deps.secrets, stratum.campaignId, stratum.sealedSize, {
        stratum: request.stratum,
        answers: request.answers,
      }),
    }
    const first = await store(writers.of(stratum.campaignId), arrival)
    if (!first) await checkRepeat(deps, arrival)
    else hint(stratum.campaignId)
    return { receipt, first }
  }

  return { accept, drain: writers.drain }
}

/** One writer a campaign, so that responses to a campaign that is just being closed do not hold up the others. */
function createWriters(deps: AcceptDeps) {
  const writers = new Map<string, BatchWriter<Arrival, boolean>>()
  return {
    of(campaignId: string): BatchWriter<Arrival, boolean> {
      const known = writers.get(campaignId)
      if (known) return known
      const limits = { size: 250, parallel: 2, isOfOneItem }
      const writer = createBatchWriter((arrivals: Arrival[]) => storeArrivals(deps, arrivals), limits)
      writers.set(campaignId, writer)
      return writer
    },
    async drain(): Promise<void> {
      await Promise.all([...writers.values()].map((writer) => writer.drain()))
    },
  }
}

/** PostgreSQL's classes 22 (data) and 23 (constraint): one row is at fault, and its neighbours deserve another try. */
const isOfOneItem = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code))

/** RSASSA-PSS, SHA-384, salt 48 (RFC 9474 RSABSSA-SHA384-PSS-Randomized verifies as ordinary PSS). */
function signatureIsGood(key: VerificationKey, message: Buffer, signature: string): boolean {
  return verify('sha384', message, key, Buffer.from(signature, 'base64url'))
}

/**
 * Tells "the same again" from "other answers" without keeping the answers: hashed together with the message, whose 32
 * random bytes are stored nowhere, so that a dump cannot be searched for the answers that fit.
 */
function fingerprintOf(message: Buffer, answers: Answers): Buffer {
  const ordered = Object.keys(answers)
    .sort()
    .map((name) => [name, answers[name]])
  return sha256(Buffer.concat([message, Buffer.from(JSON.stringify(ordered))]))
}

async function storeArrivals({ answerDb }: AcceptDeps, arrivals: Arrival[]): Promise<boolean[]> {
  const keyOf = (hash: Buffer) => hash.toString('base64')
  // The same message twice in one batch: only its first occurrence is stored, and counts as new.
  const first = new Map<string, Arrival>()
  for (const arrival of arrivals) {
    const key = keyOf(arrival.messageHash)
    if (!first.has(key)) first.set(key, arrival)
  }
  const stored = new Set((await insertArrivals(answerDb, [...first.values()])).map(keyOf))
  return arrivals.map((arrival) => {
    const key = keyOf(arrival.messageHash)
    return first.get(key) === arrival && stored.has(key)
  })
}

async function store(writer: BatchWriter<Arrival, boolean>, arrival: Arrival): Promise<boolean> {
  try {
    return await writer.write(arrival)
  } catch (error) {
    // Whatever the database said may quote the row; nothing of it may reach a log.
    throw error instanceof AppError ? error : errors.unavailable()
  }
}

/** Returns when the stored receipt is of these very answers; throws response-exists, campaign-closed or -paused otherwise. */
async function checkRepeat({ answerDb }: AcceptDeps, arrival: Arrival): Promise<void> {
  const found = await findReceipt(answerDb, arrival.campaignId, arrival.messageHash)
  if (found?.fingerprint) {
    if (found.fingerprint.equals(arrival.fingerprint)) return
    throw errors.responseExists()
  }
  if (found?.status === 'draft') throw errors.campaignNotOpen()
  if (found?.status === 'paused') throw errors.campaignPaused()
  if (found?.status === 'open') throw errors.unavailable()
  throw errors.campaignClosed()
}

function createHint({ queue }: AcceptDeps): (campaignId: string) => void {
  const waiting = new Set<string>()
  return (campaignId) => {
    if (waiting.has(campaignId)) return
    waiting.add(campaignId)
    setTimeout(() => {
      waiting.delete(campaignId)
      void queue.add(countBox, { campaignId }, { dedupe: campaignId })
    }, HINT_EVERY_MS)
  }
}

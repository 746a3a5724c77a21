/**
 * The proof of the year: the 2024 results made by the system from a data set (surveys/son-la-2024/year-2024), and every
 * figure that the province printed comes out, but those that contradict one another; the examiner names each of these.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readYear, type Year } from '../demo/read-year.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { upload } from '../test/upload.ts'
import type { IndexDocument } from './compute/schemas.ts'
import { examineFigures } from './examine/examine-figures.ts'
import { mergeFigures } from './examine/merge-figures.ts'
import { PublishedFigures } from './examine/schemas.ts'
import { flattenFigures, unitCodes } from './flatten-figures.fixture.ts'
import { toPublishedFigures } from './report/compose-published-figures.ts'
import { answerYear } from './year-2024.fixture.ts'

const CODE = '2024'
const FOLDER = new URL('../../surveys/son-la-2024/', import.meta.url)
const Printed = z.union([z.number(), z.string()])
const GivenUp = z.array(z.strictObject({ place: z.string(), printed: Printed, rebuilt: Printed, why: z.string() }))

const readJson = async (file: string) => JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'))
const published = PublishedFigures.parse(await readJson('published-2024.json'))
const text = PublishedFigures.parse(await readJson('year-2024/printed-in-text.json'))
const givenUp = GivenUp.parse(await readJson('year-2024/given-up.json'))
/** All that the province printed: the table of figures and what only the text says. */
const { source: _, ...printed } = mergeFigures(published, { blocks: text.blocks })

let system: TestSystem
let year: Year
let headers: SignedIn
let index: IndexDocument
let rebuilt: PublishedFigures

beforeAll(async () => {
  system = await startTestSystem()
  year = await readYear()
  headers = await signInAs(system, 'admin')
  await answerYear(system, CODE, year.tally)
  for (const { query, file, data, reason } of year.points)
    await bringIn(`points?${query}&dryRun=false`, file, data, reason)
  await call('PUT', 'past', { reason: 'Kết quả đã công bố', document: year.past })
  for (const [field, words] of Object.entries(year.narratives))
    await call('PUT', `index/report/fields/${field}`, { text: words, version: 0 })
  await call('POST', 'close')
  await call('POST', 'finalize')
  index = await call('GET', 'index')
  const report = await system.app.inject({ url: `/api/campaigns/${CODE}/index/report.json`, headers })
  rebuilt = toPublishedFigures(report.json())
})
afterAll(() => system.stop())

async function call(method: 'GET' | 'PUT' | 'POST', path: string, payload?: object) {
  const reply = await system.app.inject({
    method,
    url: `/api/campaigns/${CODE}/${path}`,
    headers,
    ...(payload && { payload }),
  })
  if (reply.statusCode >= 300) throw new Error(`${path}: ${reply.statusCode} ${reply.body.slice(0, 500)}`)
  return reply.json()
}

async function bringIn(path: string, name: string, file: Buffer, reason: string): Promise<void> {
  const reply = await upload(system, headers, `/api/campaigns/${CODE}/${path}`, { file, name, fields: { reason } })
  if (reply.statusCode >= 300) throw new Error(`${path}: ${reply.statusCode} ${reply.body.slice(0, 500)}`)
}

/** A finding about several figures together says `domains[*].max`. */
const patternOf = (place: string): RegExp =>
  new RegExp(`^${place.replace(/[.[\]]/g, '\\$&').replaceAll('*', '[^.\\]]+')}$`)

const isDocument = (place: string) => place.startsWith('documents[')

describe('the 2024 results, made again', () => {
  test('are final: every point is there, nothing is left to wait for', () => {
    expect(index).toMatchObject({ status: 'final', waiting: [], survey: { issued: 1574, returned: 1574, valid: 1574 } })
    const units = index.blocks.flatMap((block) => block.units)
    expect(units).toHaveLength(32)
    expect(units.filter(({ complete, rank, missing }) => !complete || rank === null || missing.length > 0)).toEqual([])
  })

  test('have every printed figure but those given up, and of those none', () => {
    const units = unitCodes(published.blocks)
    const made = flattenFigures(rebuilt, units)
    // How the messages went out is not said by the results.
    const wanted = [...flattenFigures(printed, units)].filter(([place]) => place !== 'campaign.channels')
    expect(wanted.length).toBeGreaterThan(380)
    const other = wanted.filter(([place, figure]) => made.get(place) !== figure).map(([place]) => place)
    const expected = givenUp.map(({ place }) => place).filter((place) => !isDocument(place))
    expect(other.sort()).toEqual(expected.sort())
  })

  test('have what the list of figures given up says in place of each', () => {
    const made = flattenFigures(rebuilt, unitCodes(published.blocks))
    for (const { place, rebuilt: instead } of givenUp)
      if (!isDocument(place) && !place.endsWith('.names')) expect(made.get(place), place).toBe(instead)
    const moves = rebuilt.blocks.find(({ code }) => code === 'so')!.rankMoves!
    expect(moves.rose!.names).toContain('SVHTTDL')
    expect(moves.fell!.names).toContain('SLDTBXH')
  })

  test('rest on the printed documents and steps, but for the dates and numbers given up', () => {
    const corrected = published.documents!.map((document, at) => {
      const changes = givenUp.filter(({ place }) => place.startsWith(`documents[${at}].`))
      const fields = changes.map(({ place, rebuilt: instead }) => [place.slice(place.lastIndexOf('.') + 1), instead])
      return { number: document.number, date: document.date, ...Object.fromEntries(fields) }
    })
    for (const document of corrected) expect(rebuilt.documents).toContainEqual(expect.objectContaining(document))
    const days = ({ documents: _, ...figures }: PublishedFigures) =>
      figures.steps!.map(({ date, from, to }) => ({ date, from, to }))
    expect(days(rebuilt)).toEqual(days(published))
  })
})

describe('the examiner', () => {
  test('names each figure given up among what cannot be right in the printed ones', () => {
    const findings = examineFigures(printed)
    const named = findings.flatMap(({ place, against }) => [place, ...against]).map(patternOf)
    const unnamed = givenUp.filter(({ place }) => !named.some((pattern) => pattern.test(place)))
    expect(unnamed.map(({ place }) => place)).toEqual([])
  })

  test('finds nothing in the results made again', () => {
    expect(examineFigures(rebuilt)).toEqual([])
  })
})

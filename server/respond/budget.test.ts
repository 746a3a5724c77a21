/**
 * What a phone must load, in bytes as sent: 25 kB before a person can answer, 60 kB in all to the receipt (the standard
 * questionnaires, the real build, brotli). A kB is 1,000 bytes here, the stricter reading.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { PageAssets } from './assets.ts'
import { compressPage } from './compress-page.ts'
import { renderPage } from './render-page.ts'
import { builtAssets, linkView } from './respond.fixture.ts'

const TO_ANSWER = 25_000
const TO_RECEIPT = 60_000
/** Status lines, headers and the two small replies; client/test/respond-journey.test.ts measures the whole on the wire. */
const HEADERS_AND_REPLIES = 4_000

let assets: PageAssets

beforeAll(async () => {
  assets = await builtAssets()
})

const sent = (address: string) => readFileSync(join(assets.root, `${address.slice('/p/'.length)}.br`)).length

test.each(['so-lanh-dao', 'so-phong-don-vi', 'huyen-dai-bieu', 'huyen-thuong-truc', 'huyen-phong-ban', 'huyen-cap-xa'])(
  'the page for %s keeps to its budget',
  async (questionnaire) => {
    const view = await linkView('son-la-2024', questionnaire)
    const { body } = await compressPage(renderPage(view, assets).document, 'br')
    const toAnswer = body.length + sent(assets.main) + HEADERS_AND_REPLIES
    const later = assets.sealFiles.reduce((sum, file) => sum + sent(file), brotliCompressSync(assets.worker).length)
    const toReceipt = toAnswer + later
    console.info(`${questionnaire}: ${toAnswer} bytes to answer, ${toReceipt} to the receipt`)
    expect(toAnswer).toBeLessThanOrEqual(TO_ANSWER)
    expect(toReceipt).toBeLessThanOrEqual(TO_RECEIPT)
  },
)

test('a respondent of three units with two questionnaires is still within both', async () => {
  const view = await linkView('son-la-2024', 'so-lanh-dao', 'so-lanh-dao', 'huyen-dai-bieu')
  const { body } = await compressPage(renderPage(view, assets).document, 'br')
  expect(body.length + sent(assets.main) + HEADERS_AND_REPLIES).toBeLessThanOrEqual(TO_ANSWER)
})

/** The live page of 100 units and 1,000 strata in a real Chromium: what one update a second costs its main thread. */
import { setTimeout } from 'node:timers/promises'
import chromium from '@sparticuz/chromium'
import pino from 'pino'
import { type Browser, type CDPSession, type Page, chromium as playwright } from 'playwright-core'
import postgres from 'postgres'
import { unpackChromium } from '../demo/unpack-chromium.ts'
import { createChanges } from '../queue/changes.ts'
import { type Scripting, scriptingByFrame, type TraceEvent } from './scripting-by-frame.ts'
import { LARGE, type Large } from './store-people.ts'

const UPDATES = 30
const EVERY_MS = 1_100
const ANSWERS_AN_UPDATE = 50

/** `updates`: events that the page took. */
export type LivePage = Scripting & { updates: number }

type Account = { email: string; password: string }

export async function measureLivePage(
  base: string,
  databaseUrl: string,
  account: Account,
  large: Large,
  search = '',
): Promise<LivePage> {
  const sql = postgres(databaseUrl, { max: 1 })
  const changes = await createChanges({ databaseUrl, log: pino({ level: 'error' }) })
  const args = chromium.args.filter((argument) => argument !== '--single-process')
  const browser = await playwright.launch({ executablePath: await unpackChromium(), args })
  try {
    const page = await openLivePage(browser, base, account, search)
    const before = await readAnswered(page)
    const events: TraceEvent[] = []
    const session = await startTracing(page, events)
    for (let update = 0; update < UPDATES; update++) {
      await answerSome(sql, large)
      changes.publish({ campaign: large.id, kind: 'progress' })
      changes.publish({ campaign: large.id, kind: 'scores' })
      // At the pace of one a second. To wait for words on the page would itself be scripting there.
      await setTimeout(EVERY_MS)
    }
    await stopTracing(session)
    const moved = (await readAnswered(page)) - before
    if (moved < ANSWERS_AN_UPDATE * (UPDATES - 1)) throw new Error(`the live page took only ${moved} of the answers`)
    return { updates: UPDATES, ...scriptingByFrame(events) }
  } finally {
    await browser.close()
    await changes.close()
    await sql.end()
  }
}

async function openLivePage(
  browser: Browser,
  base: string,
  { email, password }: Account,
  search: string,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
  await page.goto(`${base}/console/campaigns/${LARGE}${search}`)
  await page.getByLabel(/Thư điện tử/).fill(email)
  await page.getByLabel(/Mật khẩu/).fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('Trực tiếp').first().waitFor()
  await page.getByTestId('answered').waitFor()
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {})
  return page
}

const readAnswered = async (page: Page): Promise<number> =>
  Number((await page.getByTestId('answered').innerText()).replace(/\D/g, ''))

/** More people answered, in units all over the list, and more answers were counted, so that points move too. */
async function answerSome(sql: postgres.Sql, { id }: Large): Promise<void> {
  await sql`
    UPDATE identity.invitations SET answered_on = current_date, started_on = current_date
    WHERE id IN (SELECT id FROM identity.invitations WHERE campaign_id = ${id} AND answered_on IS NULL ORDER BY md5(id) LIMIT ${ANSWERS_AN_UPDATE})`
  await sql`UPDATE answer.tally SET count = count + 1 WHERE campaign_id = ${id} AND level = 'tot' AND unit = ANY(${UNITS_COUNTED})`
  await sql`UPDATE answer.unit_counts SET counted = counted + 1 WHERE campaign_id = ${id} AND unit = ANY(${UNITS_COUNTED})`
  await sql`UPDATE answer.revisions SET revision = revision + 1 WHERE campaign_id = ${id}`
}

const UNITS_COUNTED = Array.from({ length: 50 }, (_, at) => `DV${2 * at + 1}`)

async function startTracing(page: Page, events: TraceEvent[]): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'] },
  })
  return session
}

async function stopTracing(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
}

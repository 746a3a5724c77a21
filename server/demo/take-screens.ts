/** `npm run screens`: the pictures of docs/screens, taken from a running survey in a real browser. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { answerAtOnce } from './answer.ts'
import { finishSurvey } from './finish-survey.ts'
import { CODE } from './prepare-survey.ts'
import { openSignedIn, openWindow, savePicture, show, THEMES, type Theme, WALL, WIDTHS } from './screens/camera.ts'
import { prepareOffice } from './screens/prepare-office.ts'
import { SECTIONS, type When } from './screens/views.ts'
import { writeIndex } from './screens/write-index.ts'
import { startDemo } from './start-demo.ts'
import { unpackChromium } from './unpack-chromium.ts'

const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url))
const ANSWERED = 1_180

let stop = async (): Promise<void> => {}
const demo = await startDemo(
  console.log,
  () => () => {},
  (how) => {
    stop = how
  },
)
await answerAtOnce(demo.base, demo.sheets.slice(0, ANSWERED), () => {})
await prepareOffice(demo.officer)
await mkdir(FOLDER, { recursive: true })
for (const file of await readdir(FOLDER)) await rm(`${FOLDER}${file}`)
// In one process the whole browser would end with the first page that is closed.
const args = chromium.args.filter((argument) => argument !== '--single-process')
const browser = await playwright.launch({ executablePath: await unpackChromium(), args })
try {
  for (const theme of THEMES) await takePhone(theme)
  for (const theme of THEMES) await takeWall(theme)
  for (const theme of THEMES) await takeSignIn(theme)
  await takeConsole('running')
  await answerAtOnce(demo.base, demo.sheets.slice(ANSWERED), () => {})
  await finishSurvey(demo.officer, () => {})
  await takeConsole('final')
  await writeIndex(FOLDER, SECTIONS, {
    'On the wall': THEMES.map((theme) => ({ file: `wall-${theme}.webp`, words: `the live page, ${theme}` })),
    'Signing in': THEMES.map((theme) => ({ file: `sign-in-${theme}.webp`, words: `the first page, ${theme}` })),
    'Respondent’s phone': THEMES.flatMap((theme) => [
      { file: `phone-welcome-${theme}.webp`, words: `who asks, and how answers stay anonymous, ${theme}` },
      { file: `phone-questions-${theme}.webp`, words: `questions of one domain, ${theme}` },
    ]),
  })
} finally {
  await browser.close()
  await stop()
}
process.exit(0)

/** Every view of that time, in both themes and both widths. */
async function takeConsole(when: When): Promise<void> {
  const views = SECTIONS.flatMap((section) => section.views).filter((view) => view.when === when)
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const theme of THEMES) {
      const page = await openSignedIn(browser, demo.base, viewport, theme)
      for (const { name, path, sign } of views) {
        await show(page, path, sign)
        await savePicture(page, `${FOLDER}${name}-${width}-${theme}.webp`)
      }
      await page.context().close()
    }
  }
}

async function takeWall(theme: Theme): Promise<void> {
  const page = await openSignedIn(browser, demo.base, WALL, theme)
  await show(page, `/campaigns/${CODE}?wall=1`, 'Sở Xây dựng')
  await savePicture(page, `${FOLDER}wall-${theme}.webp`)
  await page.context().close()
}

async function takeSignIn(theme: Theme): Promise<void> {
  const page = await openWindow(browser, WIDTHS.desk, theme)
  await page.goto(`${demo.base}/console/`)
  await page.getByLabel(/Thư điện tử/).waitFor()
  await savePicture(page, `${FOLDER}sign-in-${theme}.webp`)
  await page.context().close()
}

async function takePhone(theme: Theme): Promise<void> {
  const page = await openWindow(browser, WIDTHS.phone, theme)
  await page.goto(`${demo.base}/p/${demo.sheets.at(-1)!.token}`)
  await savePicture(page, `${FOLDER}phone-welcome-${theme}.webp`)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByRole('radio', { name: 'Tốt', exact: true }).first().check()
  await savePicture(page, `${FOLDER}phone-questions-${theme}.webp`)
  await page.context().close()
}

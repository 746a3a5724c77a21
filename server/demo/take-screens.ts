/** `npm run screens`: the pictures of docs/screens, taken from a running survey in a real browser. */
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type BrowserContextOptions, chromium as playwright } from 'playwright-core'
import { answerAtOnce } from './answer.ts'
import { finishSurvey } from './finish-survey.ts'
import { CODE } from './prepare-survey.ts'
import { ADMIN, startDemo } from './start-demo.ts'

const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url))
const ANSWERED = 1_180
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
const WALL = { width: 1920, height: 1080 }

let stop = async (): Promise<void> => {}
const demo = await startDemo(
  console.log,
  () => () => {},
  (how) => {
    stop = how
  },
)
await answerAtOnce(demo.base, demo.sheets.slice(0, ANSWERED), () => {})
// In one process the whole browser would end with the first page that is closed.
const args = chromium.args.filter((argument) => argument !== '--single-process')
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
try {
  await phone('light')
  await phone('dark')
  await desk('console', DESK, 'light', '')
  await desk('console-dark', DESK, 'dark', '')
  await desk('console-phone', PHONE, 'light', '')
  await desk('console-wall', WALL, 'dark', '?wall=1')
  await desk('sending', DESK, 'light', '/delivery', 'Từng lượt, từng kênh')
  await desk('sending-letter', DESK, 'light', '/delivery/templates', 'Xem trước')
  await desk('sending-phone', PHONE, 'dark', '/delivery', 'Từng lượt, từng kênh')
  await desk('index-running', DESK, 'light', '/results/index')
  await desk('points', DESK, 'light', '/results/points', 'Thẩm định')
  await answerAtOnce(demo.base, demo.sheets.slice(ANSWERED), () => {})
  await finishSurvey(demo.officer, () => {})
  await desk('index', DESK, 'light', '/results/index')
  await desk('index-domains', DESK, 'light', '/results/index?view=domains', 'Trung bình của khối')
  await desk('index-phone', PHONE, 'dark', '/results/index')
  await desk('past', DESK, 'light', '/results/past')
  await desk('report', DESK, 'light', '/results/report', 'Độc lập - Tự do - Hạnh phúc')
  await desk('publication', DESK, 'light', '/results/publication', 'Công bố')
} finally {
  await browser.close()
  await stop()
}
process.exit(0)

async function openPage(options: BrowserContextOptions) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
  return context.newPage()
}

async function phone(colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await openPage({ viewport: PHONE, colorScheme, deviceScaleFactor: 2 })
  const take = (name: string) => page.screenshot({ path: `${FOLDER}phone-${name}-${colorScheme}.png` })
  await page.goto(`${demo.base}/p/${demo.sheets.at(-1)!.token}`)
  await take('welcome')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByRole('radio', { name: 'Tốt', exact: true }).first().check()
  await take('questions')
  await page.context().close()
}

/** `rest`: of the address, after the campaign's; `sign`: words that are there when the screen is. */
async function desk(
  name: string,
  viewport: typeof DESK,
  colorScheme: 'light' | 'dark',
  rest: string,
  sign = 'Sở Xây dựng',
): Promise<void> {
  const page = await openPage({ viewport, colorScheme })
  await page.goto(`${demo.base}/console/campaigns/${CODE}${rest}`)
  await page.getByLabel(/Thư điện tử/).fill(ADMIN.email)
  await page.getByLabel(/Mật khẩu/).fill(ADMIN.password)
  await page.keyboard.press('Enter')
  await page.getByText(sign).first().waitFor()
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {})
  await page.screenshot({ path: `${FOLDER}${name}.png` })
  await page.context().close()
}

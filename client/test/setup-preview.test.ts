/** A questionnaire previewed in a frame, as the console has it: asked as on a phone, and nothing can leave it. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { saveDefinition } from '../../server/setup/save-definition.ts'
import { createDraft } from '../../server/test/campaign.ts'
import { OFFICER } from '../../server/test/deps.ts'
import { addElement } from '../../server/test/sound-definition.ts'
import { signInAs } from '../../server/test/staff.ts'
import { browserCookie, PHONE } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'

openSurveys()

/** This machine, and no secure context (browser.ts). */
const PLAIN_HTTP = 'phieu.test'

let cookie: string
beforeAll(async () => {
  cookie = (await signInAs(system, 'officer')).cookie
})

/** A page of our own origin with the preview in a frame; `sent` is everything but what the page is made of. */
async function openFrame(path: string) {
  const { origin } = system
  const context = await browser.newContext(PHONE)
  for (const url of [origin, origin.replace('localhost', PLAIN_HTTP)])
    await context.addCookies([browserCookie(cookie, url)])
  const page = await context.newPage()
  const [sent, problems]: string[][] = [[], []]
  page.on('pageerror', (error) => problems!.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy|CORS/.test(message.text())) problems!.push(message.text())
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' && (/^\/p\/assets\//.test(pathname) || pathname === path)) return
    if (pathname !== '/khung') sent!.push(`${request.method()} ${pathname}`)
  })
  await page.route('**/khung', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${path}" width="390" height="844"></iframe>` }),
  )
  await page.goto(`${origin}/khung`)
  return { page, frame: page.frameLocator('iframe'), sent: sent!, problems: problems! }
}

type Preview = Awaited<ReturnType<typeof openFrame>>['frame']

async function answerAll(frame: Preview): Promise<void> {
  await frame.getByRole('checkbox', { name: /đồng ý/ }).check()
  await frame.getByRole('button', { name: 'Bắt đầu' }).click()
  for (;;) {
    await frame.locator('form .screen:visible').waitFor()
    const groups = frame.locator('form .screen:visible [data-k=one], form .screen:visible [data-row]')
    for (let i = 0; i < (await groups.count()); i++) await groups.nth(i).locator('label').first().tap()
    const last = (await frame.locator('#next').textContent()) === 'Xem lại'
    await frame.locator('#next').tap()
    if (last) break
  }
  await frame.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor()
}

/** What a script in the frame could try. */
async function tryToLeave(page: Page): Promise<unknown> {
  const inner = page.frames().find((frame) => frame !== page.mainFrame())!
  return inner.evaluate(async () => {
    const tried = async (work: () => unknown) => {
      try {
        return [await work()].length > 0 ? 'done' : ''
      } catch {
        return 'refused'
      }
    }
    return {
      fetch: await tried(() => fetch('/api/campaigns', { method: 'POST', body: '{}' })),
      parent: await tried(() => parent.document.title),
      storage: await tried(() => localStorage.length),
      origin: self.origin,
    }
  })
}

test('a draft’s questionnaire is asked in a frame as a phone asks it, up to sending, and nothing leaves the frame', async () => {
  const { code } = await createDraft(system.deps, { definition: 'example-commune', roster: [] })
  const { page, frame, sent, problems } = await openFrame(`/api/campaigns/${code}/preview/xa/LD`)
  await expect.poll(() => frame.getByText('Mời bạn nhận xét về').isVisible()).toBe(true)
  await answerAll(frame)
  await frame.getByRole('button', { name: 'Gửi phiếu' }).tap()
  await frame.getByRole('heading', { name: 'Hết bản xem thử' }).waitFor()
  await frame.getByText('không có gì được gửi đi').waitFor()
  expect(problems).toEqual([])
  expect(await tryToLeave(page)).toEqual({ fetch: 'refused', parent: 'refused', storage: 'refused', origin: 'null' })
  await frame.getByRole('button', { name: 'Xem lại từ đầu' }).tap()
  await frame.getByRole('button', { name: 'Tiếp tục trả lời' }).waitFor()
  expect(sent).toEqual([])
  await page.context().close()
})

test('a questionnaire that needs survey-react-ui is asked too, and a plain http address previews as well', async () => {
  const { code, definition } = await createDraft(system.deps, { definition: 'son-la-2024', roster: [] })
  const [block] = definition.blocks
  addElement(block!, 'so-lanh-dao', {
    type: 'dropdown',
    name: 'so_them',
    title: 'Chọn trong danh sách',
    choices: ['a'],
  })
  await saveDefinition(system.deps, code, { version: 1, definition }, OFFICER)
  const path = `/api/campaigns/${code}/preview/so/LDS`
  const { page, frame, problems } = await openFrame(path)
  await page.goto(`${system.origin.replace('localhost', PLAIN_HTTP)}${path}`)
  for (const shown of [page, frame]) {
    if (shown === frame) await page.goto(`${system.origin}/khung`)
    await shown.getByRole('checkbox', { name: /đồng ý/ }).check()
    await shown.getByRole('button', { name: 'Bắt đầu' }).click()
    await expect.poll(() => shown.getByText('Chọn trong danh sách').first().isVisible(), { timeout: 20_000 }).toBe(true)
  }
  expect(problems).toEqual([])
  await page.context().close()
})

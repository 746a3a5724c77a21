/** The cards with QR codes as a real Chromium shows and prints them. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { qrMatrix } from '../../server/delivery/by-hand/qr-svg.ts'
import { signInAs } from '../../server/test/staff.ts'
import { browserCookie, eventually, findBarriers, openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { heading } from './respondent-page.ts'

openSurveys()

const ROSTER = [
  { unit: 'SNV', group: 'CCVC', people: 9 },
  { unit: 'SYT', group: 'CCVC', people: 5 },
]

async function openSheet() {
  const campaign = await system.campaign({ definition: 'son-la-2024', roster: ROSTER })
  const { cookie } = await signInAs(system, 'officer')
  const opened = await openPhone(browser, { viewport: { width: 1000, height: 900 }, isMobile: false, hasTouch: false })
  await opened.context.addCookies([browserCookie(cookie, system.origin)])
  await opened.page.goto(`${system.origin}/api/campaigns/${campaign.code}/by-hand/sheet`)
  return { ...opened, campaign }
}

/** Black or white at the middle of each module, read from a picture of the code. */
async function readModules(page: Page, picture: Buffer, modules: number): Promise<boolean[][]> {
  return page.evaluate(
    async ([base64, count]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!
      canvas.drawImage(image, 0, 0)
      const at = (n: number, size: number) => Math.floor(((n + 4.5) / (count + 8)) * size)
      return Array.from({ length: count }, (_, y) =>
        Array.from(
          { length: count },
          (_, x) => canvas.getImageData(at(x, image.width), at(y, image.height), 1, 1).data[0]! < 128,
        ),
      )
    },
    [picture.toString('base64'), modules] as const,
  )
}

test('each card’s picture is the code of the link below it, and that link opens the person’s own page', async () => {
  const { page, problems, campaign } = await openSheet()
  const reader = await browser.newPage()
  const cards = page.locator('article')
  expect(await cards.count()).toBe(14)
  for (const at of [0, 8, 13]) {
    const card = cards.nth(at)
    const link = (await card.locator('.link').textContent())!
    const person = campaign.people.find(({ token }) => link.endsWith(`/p/${token}`))!
    expect(await card.locator('.name').textContent()).toBe(person.name)
    const wanted = qrMatrix(link)
    expect(await readModules(reader, await card.locator('svg').screenshot(), wanted.length)).toEqual(wanted)
    const phone = await openPhone(browser)
    await phone.page.goto(system.origin + new URL(link).pathname)
    await eventually(() => heading(phone.page).count()).toBeGreaterThan(0)
    await phone.page.locator('#start:enabled').waitFor()
  }
  expect(await findBarriers(page)).toEqual([])
  expect(problems).toEqual([])
})

test('on paper a unit begins a page, no card is cut, and what is only for the screen stays there', async () => {
  const { page, campaign } = await openSheet()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.hint').isVisible()).toBe(false)
  const avoided = page.locator('.row').evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakInside))
  expect(new Set(await avoided)).toEqual(new Set(['avoid']))
  const print = async () => (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const pagesOf = (printed: string) => printed.match(/\/Type\s*\/Page\b/g)!.length
  const pdf = await print()
  let alone = 0
  for (const unit of ['SNV', 'SYT']) {
    await page.goto(`${system.origin}/api/campaigns/${campaign.code}/by-hand/sheet?unit=${unit}`)
    alone += pagesOf(await print())
  }
  expect(pagesOf(pdf)).toBe(alone)
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf)!
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
})

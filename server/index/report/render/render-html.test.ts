import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, isTooWide, launchBrowser, openPhone } from '../../../../client/test/browser.ts'
import { REPORT_POLICY } from './html-style.ts'
import { partsOf } from './office.fixture.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderXlsx } from './render-xlsx.ts'
import { sampleReport } from './report.fixture.ts'

const { report, index } = sampleReport({ final: false })
report.parts.push({ kind: 'paragraph', runs: [{ text: '<script>alert(1)</script> & "thử"' }] })
report.tables[0]!.rows[0]!.cells.name = { value: 'Sở <A> & "B"\u0001', text: 'Sở <A> & "B"\u0001' }
const html = renderHtml(report)

let browser: Browser
let server: Server
let address: string

beforeAll(async () => {
  server = createServer((_, reply) =>
    reply
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': REPORT_POLICY })
      .end(html),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

const open = async (options = {}) => {
  const opened = await openPhone(browser, options)
  await opened.page.goto(address)
  return opened
}

/** Folded parts too. */
const unfold = (page: Page) => page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

describe("the report's page", () => {
  it('has no barriers on a phone, by day and in the dark, and never scrolls sideways', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, problems, context } = await open({ colorScheme })
      await unfold(page)
      expect(await findBarriers(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
      expect(problems).toEqual([])
      await context.close()
    }
  })

  it('leads each figure to its source, and from there to the table and back', async () => {
    const { page, context } = await open()
    const dangling = await page.evaluate(
      '[...document.querySelectorAll(\'a[href^="#"]\')].filter((link) => !document.getElementById(link.hash.slice(1))).length',
    )
    expect(dangling).toBe(0)
    await page.click('a.figure')
    expect(await page.textContent(':target')).toContain('Trung bình cộng điểm của 12 đơn vị')
    await page.click(':target a:not(.back)')
    expect(await page.textContent(':target')).toContain('Biểu số 1')
    await context.close()
  })

  it('says that provisional figures are, and runs no text of officers', async () => {
    const { page, context } = await open()
    expect(await page.textContent('.provisional')).toContain('SỐ LIỆU TẠM TÍNH')
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.getByText('<script>alert(1)</script> & "thử"').count()).toBe(1)
    expect(html).not.toMatch(/ on[a-z]+=| style=/)
    await context.close()
  })

  it('shows each bar of a chart with its name, its value and the same in a table', async () => {
    const { page, context } = await open()
    await unfold(page)
    const figure = page.locator('figure').first()
    for (const bar of report.charts[0]!.bars) {
      const value = bar.value.toFixed(2).replace('.', ',')
      expect(await figure.locator('svg').textContent()).toContain(value)
      expect(await figure.getByRole('row', { name: bar.name }).first().textContent()).toContain(value)
    }
    await context.close()
  })

  it('fits its tables on paper, wide ones in parts', async () => {
    const { page, context } = await open({ viewport: { width: 952, height: 700 }, isMobile: false })
    await page.emulateMedia({ media: 'print' })
    expect(await isTooWide(page)).toBe(false)
    await context.close()
  })
})

describe('the office files', () => {
  it('are well-formed XML in every part', async () => {
    const { page, context } = await open()
    const parts = { ...partsOf(await renderDocx(report)), ...partsOf(await renderXlsx(report, index)) }
    const broken = await page.evaluate((all) => {
      const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml')
      return Object.entries(all)
        .filter(([, xml]) => parse(xml).querySelector('parsererror'))
        .map(([path]) => path)
    }, parts)
    expect(broken).toEqual([])
    expect(Object.keys(parts).length).toBeGreaterThan(20)
    await context.close()
  })
})

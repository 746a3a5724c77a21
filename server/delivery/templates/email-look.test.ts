import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers, isTooWide, launchBrowser } from '../../../client/test/browser.ts'
import { composeMessage, type MessageParts } from '../compose-message.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const parts: MessageParts = {
  kind: 'invitation',
  name: 'Nguyễn Thị Hồng Ánh',
  campaign: 'Khảo sát chỉ số cải cách hành chính tỉnh Sơn La năm 2024',
  units: ['Sở Tài nguyên và Môi trường', 'Ban Quản lý các khu công nghiệp tỉnh'],
  closesAt: new Date('2024-12-20T16:59:59Z'),
  organizer: { name: 'Sở Nội vụ tỉnh Sơn La', phone: '0212 3852 123', email: 'cchc@sonoivu.example' },
  link: 'https://khaosat.sonla.example/p/AbCdEfGhIjKlMnOpQrStUv',
  unsubscribe: 'https://khaosat.sonla.example/unsubscribe/AbCdEfGhIjKlMnOpQrStUv',
}
const own = {
  subject: 'Mời {họ_tên}',
  body: `Kính gửi {họ_tên},\n\nMời về {đợt}:\n{đơn_vị}\n- một ý\n- ý nữa\n\n{đường_dẫn}\n\n${'dàikhôngcáchchữ'.repeat(20)}`,
}

async function open(message: Partial<MessageParts>, width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', ({ url }) => asked.push(url()))
  await page.setContent(composeMessage({ ...parts, ...message }).html)
  return { page, asked, close: () => context.close() }
}

describe.each(['light', 'dark'] as const)('a %s mail', (colorScheme) => {
  test.each([320, 390, 600])('fits %i px, with a button for thumbs, and fetches nothing', async (width) => {
    for (const message of [{}, { template: own }]) {
      const { page, asked, close } = await open(message, width, colorScheme)
      expect(await isTooWide(page)).toBe(false)
      const button = await page.getByRole('link', { name: 'Mở phiếu' }).boundingBox()
      expect(button!.height).toBeGreaterThanOrEqual(44)
      expect(asked).toEqual([])
      await close()
    }
  })

  test('can be read', async () => {
    const { page, close } = await open({ template: own }, 390, colorScheme)
    // A mail is no page: landmarks and a first heading are its reader's.
    const barriers = await findBarriers(page)
    expect(barriers.filter((barrier) => !/^(region|landmark-one-main|page-has-heading-one)/.test(barrier))).toEqual([])
    await close()
  })
})

/** A link that was replaced while a device held the old one: nothing that the person did on the device is lost. */
import { expect, test } from 'vitest'
import { reissueLink } from '../../server/delivery/by-hand/reissue-link.ts'
import { newId } from '../../server/secrets.ts'
import type { TestCampaign } from '../../server/test/campaign.ts'
import { OFFICER } from '../../server/test/deps.ts'
import { eventually, openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { agreeAndStart, answerAll, answerScreen, begin, heading, readReceipt, send } from './respondent-page.ts'

openSurveys()

const openCampaign = () =>
  system.campaign({
    definition: 'son-la-2024',
    roster: [
      { unit: 'SNV', group: 'CCVC', people: 6 },
      { unit: 'SYT', group: 'CCVC', people: 6 },
    ],
  })

/** The first person's new link. */
async function reissue({ code, people }: TestCampaign): Promise<string> {
  const { issue } = await reissueLink(system.deps, { code, person: people[0]!.id }, OFFICER)
  return `${system.origin}/p/${system.deps.secrets.linkToken(people[0]!.id, issue)}`
}

const countAnswered = async ({ people }: TestCampaign): Promise<number> => {
  const rows = await system.deps.db.$client`
    SELECT FROM identity.invitations WHERE respondent_id = ${people[0]!.id} AND answered_on IS NOT NULL`
  return rows.length
}

test('a draft begun under the old link goes on under the new one; the old page says where to look', async () => {
  const campaign = await openCampaign()
  const { page } = await openPhone(browser)
  await begin(page, campaign.link(0))
  await answerScreen(page, 2)
  await page.locator('#next').tap()
  await page.locator('form .screen:visible').waitFor()
  const address = await reissue(campaign)
  await page.goto(campaign.link(0))
  await page.getByText('đã được thay bằng đường dẫn mới').waitFor()

  await page.goto(address)
  await page.getByRole('button', { name: 'Tiếp tục trả lời' }).click()
  await answerAll(page, 2)
  await send(page)
  await readReceipt(page)
  expect(await countAnswered(campaign)).toBe(1)
})

test('a credential whose answer was lost on the way is had under either link, and the vote counts once', async () => {
  for (const way of ['old link, page still open', 'new link'] as const) {
    const campaign = await openCampaign()
    const [person] = campaign.people
    await system.deps.db.$client`
      INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code, stratum_id)
      SELECT ${newId()}, campaign_id, ${person!.id}, block, unit, group_code, stratum_id
      FROM identity.invitations WHERE id = ${campaign.people[6]!.invitation.id}`
    const { page, problems } = await openPhone(browser)
    let lost = 0
    // The server signs, and the phone hears nothing.
    await page.route('**/credentials', async (route) => {
      lost += 1
      if (lost === 1) await route.fetch()
      return lost === 1 ? route.abort() : route.abort('internetdisconnected')
    })
    await page.goto(campaign.link(0))
    await agreeAndStart(page)
    await answerAll(page, 1)
    await send(page)
    await eventually(() => countAnswered(campaign)).toBe(1)
    const address = await reissue(campaign)
    await page.unroute('**/credentials')
    if (way === 'new link') {
      await page.goto(address)
      await page.locator('.units button').first().waitFor()
      await eventually(() => page.locator('.units .state').first().textContent()).toBe('✓ Đã gửi')
    } else {
      await page.getByRole('button', { name: 'Thử gửi ngay' }).tap()
      await readReceipt(page)
    }
    expect(await countAnswered(campaign), way).toBe(1)
    const [row] = await system.deps.db.$client`
      SELECT count(*)::integer AS count FROM answer.receipts WHERE campaign_id = ${campaign.id}`
    expect(row!.count, way).toBe(1)
    expect(problems).toEqual([])
  }
})

test('what an earlier version of the page kept under the link is still found', async () => {
  const campaign = await openCampaign()
  const { page } = await openPhone(browser)
  await begin(page, campaign.link(0))
  await answerScreen(page, 3)
  await page.locator('#next').tap()
  // Moved to where it used to be kept.
  await page.evaluate(
    async ([token, invitation]) => {
      const keyOf = async (text: string) => {
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
        return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
      }
      const [now, before] = [await keyOf(invitation!), await keyOf(`${token}/${invitation}`)]
      await new Promise((resolve, reject) => {
        const open = indexedDB.open('phieu')
        open.onsuccess = () => {
          const all = open.result.transaction('phieu', 'readwrite').objectStore('phieu')
          const kept = all.get(now)
          kept.onsuccess = () => {
            if (!kept.result) return reject(new Error('nothing is kept'))
            all.put(kept.result, before)
            all.delete(now).onsuccess = resolve
          }
        }
      })
    },
    [campaign.people[0]!.token, campaign.people[0]!.invitation.id] as const,
  )
  await page.goto('about:blank')
  await page.goto(campaign.link(0))
  await page.getByRole('button', { name: 'Tiếp tục trả lời' }).click()
  await eventually(() => heading(page).count()).toBeGreaterThan(0)
  await answerAll(page, 3)
  await send(page)
  await readReceipt(page)
})

/** An administrator's first sign-in in production mode: the second factor is set up from what the page shows. */
import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { createAccount } from '../../server/test/staff.ts'
import { expectNoBarriers, signIn } from './console-page.ts'
import { openDesk, openOffice, system } from './office.ts'

openOffice(() => ({ NODE_ENV: 'production', PUBLIC_URL: 'http://localhost' }))

test('an administrator scans or types the key, enters the code, puts recovery codes away, and is asked for a code from then on', async () => {
  const email = await createAccount(system.deps, 'admin')
  const { page, problems } = await openDesk()
  await page.goto(`${system.origin}/console/`)
  await signIn(page, email)
  await page.getByRole('img', { name: 'Mã QR của tài khoản này' }).waitFor()
  await expectNoBarriers(page)
  const secret = (await page.locator('code').textContent())!.replaceAll(' ', '')
  const code = () => generate({ secret, epoch: Math.floor(system.clock.now().getTime() / 1000) })

  await page.getByLabel('Mã 6 số').fill('000000')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('alert').getByText('Mã không đúng hoặc đã dùng rồi').waitFor()
  await page.getByLabel('Mã 6 số').fill(await code())
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByLabel('Tôi đã cất các mã này').check()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()

  await page.getByRole('button', { name: email }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  system.clock.move(60_000)
  await signIn(page, email)
  await page.getByLabel('Mã 6 số').fill(await code())
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()
  expect(problems).toEqual([])
})

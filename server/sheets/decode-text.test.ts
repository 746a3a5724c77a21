import { expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { fixture } from '../roster/roster.fixture.ts'
import { decodeText } from './decode-text.ts'

const TEXT = 'Họ và tên,Đơn vị\nNguyễn Văn Ổn,Sở Nội vụ'

function refusal(data: Buffer): string | undefined {
  try {
    decodeText(data)
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return undefined
}

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 LE with byte order mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16 BE with byte order mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
])('reads %s', (_, data) => {
  expect(decodeText(data)).toBe(TEXT)
})

it('reads the Vietnamese code page of Windows', async () => {
  expect(decodeText((await fixture('windows-1258.csv')).data)).toContain(
    '"Nguyễn Văn Ổn","0912345601","Sở Nội vụ; Sở Tài chính"',
  )
})

it.each(['windows-1252.csv', 'sai-bang-ma.csv'])('refuses to garble %s', async (name) => {
  expect(refusal((await fixture(name)).data)).toBe('file-unreadable')
})

it('refuses the old TCVN3 font encoding, whose letters would come out wrong', () => {
  const tcvn3 = Buffer.from([0x48, 0xe4, 0x20, 0x76, 0xb5, 0x20, 0x74, 0xaa, 0x6e]) // "Họ và tên"
  expect(refusal(tcvn3)).toBe('file-unreadable')
})

it('refuses what is no text', () => {
  expect(refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]))).toBe('file-unreadable')
})

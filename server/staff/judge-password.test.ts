import { expect, test } from 'vitest'
import { judgePassword } from './judge-password.ts'

const EMAIL = 'can.bo.noivu@sonla.example'
const judge = (password: string) => judgePassword(password, EMAIL)

test('twelve letters are enough, and each counts once however the keyboard sends it', () => {
  expect(judge('ngựa xanh ăn')).toBeNull()
  expect(judge('ngựa xanh a')).toBe('short')
  expect(judge('ậậậậậậ'.normalize('NFD')), 'eighteen code points, six letters').toBe('short')
  expect(judge('đồng lúa chín vàng tháng chín')).toBeNull()
})

test.each(['can.bo.noivu@sonla.example', 'CAN.BO.NOIVU@sonla.example', 'canbonoivu12', 'Can.Bo.NoiVu!!!!'])(
  '%s is one’s own address',
  (password) => expect(judge(password)).toBe('address'),
)

test.each([
  ...[
    'matkhau123456',
    'Mật khẩu 123456',
    'password1234',
    'Password2024!',
    'admin@123456',
    'quantrihethong',
    '123456789012',
  ],
  ...['aaaaaaaaaaaa', 'qwertyuiop123', 'vietnam2026!!', 'sonla123456!', '1q2w3e4r1q2w3e4r', '147258369147258369'],
])('%s is common', (password) => expect(judge(password)).toBe('common'))

test('a common word among others of one’s own does no harm', () => {
  expect(judge('mật khẩu để thử nghiệm')).toBeNull()
  expect(judge('sonla mùa hoa mận trắng')).toBeNull()
  expect(judge('x7#Kp2!vQ9zL')).toBeNull()
})

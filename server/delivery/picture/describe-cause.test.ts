import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeStatus } from '../../channels/read-bounce-status.ts'
import { smtpFailureOutcome } from '../../channels/smtp-failure.ts'
import { ZALO_ERRORS, zaloErrorOutcome } from '../../channels/zalo-errors.ts'
import { describeCause } from './describe-cause.ts'

const channelOf = (cause: string) => (cause.startsWith('zalo') ? 'zalo' : 'email')
const GENERAL = {
  email: describeCause('email', 'chua-tung-co').title,
  zalo: describeCause('zalo', 'chua-tung-co').title,
}
const isNamed = (cause: string) =>
  Object.values(GENERAL).includes(describeCause(channelOf(cause), cause).title) === false

/** The words that stand in the code where a failure is made. */
const written = globSync('server/{channels,delivery}/**/*.ts')
  .filter((file) => !/\.(test|fixture)\.ts$|simulator|picture/.test(file))
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => /failure|needsPerson|NO_ACCESS/i.test(line))
  .flatMap((line) =>
    [...line.matchAll(/'((?:smtp|zalo)-[a-z-]+)'|failure(?::| =) '([a-z-]+)'/g)].map((found) => found[1] ?? found[2]!),
  )
  .filter((word) => !/^(imap|dsn|mailbox)-|^failure$/.test(word))

const smtpCodes = Array.from({ length: 200 }, (_, at) => 400 + at)
const statuses = ['4', '5'].flatMap((level) =>
  Array.from({ length: 8 }, (_, subject) =>
    Array.from({ length: 10 }, (_, detail) => `${level}.${subject}.${detail}`),
  ).flat(),
)
const zaloCodes = Object.values(ZALO_ERRORS).flat()
const ALL = [
  ...written,
  ...[
    'no-address',
    'interrupted',
    'answered',
    'opted-out',
    'campaign-closed',
    'stopped',
    'reached',
    'settled-not-sent',
  ],
  ...['sending-held', 'quota-used', 'daily-limit', 'address-invalid'],
  ...['zalo-http-400', 'zalo-http-401', 'zalo-http-429', 'zalo-http-500', 'zalo-http-504'],
  ...smtpCodes.map((code) => `smtp-${code}`),
  ...statuses.map((status) => `bounce-${status}`),
  ...zaloCodes.map((code) => `zalo-${-code}`),
]

test('finds the words that the code writes', () => {
  expect(written).toEqual(
    expect.arrayContaining(['smtp-lost', 'zalo-timeout', 'stopped', 'interrupted', 'zalo-token-refused']),
  )
})

test('each has words of its own', () => {
  expect(ALL.filter((cause) => !isNamed(cause))).toEqual([])
})

test('the words are Vietnamese sentences without codes, and say what to do', () => {
  for (const cause of [...ALL, 'chua-tung-co', '', 'zalo-999', 'zalo-x', 'smtp-999', 'bounce-9.9.9']) {
    for (const waiting of [false, true]) {
      const { title, nextStep } = describeCause(channelOf(cause), cause, waiting)
      expect(title).toMatch(/^\p{Lu}[^.]*$/u)
      expect(nextStep).toMatch(/^\p{Lu}.*\.$/u)
      expect(`${title} ${nextStep}`).not.toMatch(/\d|smtp|e-?mail|token|server|bounce|undefined/i)
      expect(`${title} ${nextStep}`).toMatch(/[ăâđêôơưàáảãạ]/)
    }
  }
})

test('any other word gets an honest general sentence', () => {
  const { title } = describeCause('email', 'chua-tung-co')
  expect(title).toBe('Không tới được, chưa rõ vì sao')
  expect(describeCause('zalo', null).title).toBe('Không tới được, chưa rõ vì sao')
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('email', 'zalo'), (cause, channel) => {
      expect(describeCause(channel, cause).title.length).toBeGreaterThan(10)
    }),
  )
  expect(describeCause('email', 'constructor')).toEqual(describeCause('email', 'chua-tung-co'))
})

test('what gives an address up is not simply sent again, and what does not may be', () => {
  for (const status of statuses.filter((one) => one.startsWith('5')))
    expect([status, describeCause('email', `bounce-${status}`).retryable]).toEqual([
      status,
      !judgeStatus(status).address,
    ])
  for (const code of zaloCodes) {
    const outcome = zaloErrorOutcome(code, new Date())
    const address = outcome.kind === 'rejected' && outcome.address === true
    expect([code, describeCause('zalo', `zalo-${-code}`).retryable]).toEqual([code, !address])
  }
  for (const code of smtpCodes.filter((one) => one >= 500)) {
    const outcome = smtpFailureOutcome({ responseCode: code, command: 'RCPT TO' }, false)
    const address = outcome.kind === 'rejected' && outcome.address === true
    expect([code, describeCause('email', `smtp-${code}`).retryable]).toEqual([code, !address])
  }
})

test('behind the name of its channel no title begins with that name again', () => {
  for (const cause of [...ALL, 'chua-tung-co', 'zalo-999'])
    expect(describeCause(channelOf(cause), cause).title).not.toMatch(/^(?:Zalo|Thư điện tử|Tin Zalo)/)
})

test('whatever Zalo says of a person, account or template has words of its own', () => {
  const { person, useEmail, content, tomorrow } = ZALO_ERRORS
  const titles = [...person, ...useEmail, ...content, ...tomorrow].map(
    (code) => describeCause('zalo', `zalo-${-code}`).title,
  )
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
})

test('a number without Zalo is called neither wrong nor broken', () => {
  const { title, nextStep } = describeCause('zalo', 'zalo-118')
  expect(title).toBe('Số điện thoại này chưa dùng Zalo')
  for (const code of ZALO_ERRORS.useEmail.filter((one) => one !== -108))
    expect(describeCause('zalo', `zalo-${-code}`).title).not.toMatch(/hỏng|sai|không đúng|[Đđ]ịa chỉ/)
  expect(nextStep).toMatch(/nếu đúng, gửi qua thư điện tử/)
})

test('who waits is told that nothing need be done', () => {
  expect(describeCause('email', 'smtp-421', true).nextStep).toMatch(/^Chưa cần làm gì: hệ thống tự gửi lại/)
  expect(describeCause('email', 'smtp-421').nextStep).not.toMatch(/Chưa cần làm gì/)
})

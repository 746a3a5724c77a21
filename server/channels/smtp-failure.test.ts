import { describe, expect, test } from 'vitest'
import { smtpFailureOutcome } from './smtp-failure.ts'

const refused = (command: string, response: string, begun = false) =>
  smtpFailureOutcome({ code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)) }, begun)

describe('a recipient that is refused for good', () => {
  test.each([
    ['550 5.1.1 <an@sonla.test>: Recipient address rejected: User unknown', 'smtp-550'],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'smtp-550'],
    ['556 5.1.10 Domain does not accept mail', 'smtp-556'],
    ['550 no such user here', 'smtp-550'],
    ['551-5.1.6 User has moved', 'smtp-551'],
  ])('gets nothing more: %s', (response, failure) => {
    expect(refused('RCPT TO', response)).toEqual({ kind: 'rejected', failure, address: true })
  })

  test.each([
    ['554 5.7.1 <an@sonla.test>: Relay access denied', 'smtp-554'],
    ['550 5.7.1 Service unavailable; client host blocked using a list', 'smtp-550'],
    ['554 refused', 'smtp-554'],
    ['550 5.1.8 Sender address rejected', 'smtp-550'],
  ])('is not to blame for policy or for our sender: %s', (response, failure) => {
    expect(refused('RCPT TO', response)).toEqual({ kind: 'rejected', failure })
  })

  test.each(['552 5.2.2 Mailbox is full', '552 5.3.1 Mail system full'])('is tried again when full: %s', (response) => {
    expect(refused('RCPT TO', response)).toMatchObject({ kind: 'retry', failure: 'smtp-552', everyone: false })
  })
})

test('refused content is not the fault of the address', () => {
  expect(refused('DATA', '554 5.7.1 Message rejected as spam', true)).toEqual({ kind: 'rejected', failure: 'smtp-554' })
  expect(refused('DATA', '550 content refused', true)).toEqual({ kind: 'rejected', failure: 'smtp-550' })
})

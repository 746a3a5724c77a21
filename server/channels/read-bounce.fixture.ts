/** Reports as mail systems write them (forms of Postfix, Exim, Exchange Online and Gmail), about one delivery. */

export const BOUNCE = 'bounce@khaosat.sonla.test'
export const HOST = 'khaosat.sonla.test'
export const DELIVERY = '0d8e4c1e-8f1c-4c62-9d5e-6a2f6b1f7a10'
export const VERP = 'bounce+0d8e4c1e8f1c4c629d5e6a2f6b1f7a10@khaosat.sonla.test'
export const MESSAGE_ID = `<delivery.${DELIVERY}@${HOST}>`

export const bytes = (lines: string[] | string): Uint8Array => Buffer.from([lines].flat().join('\r\n'))

/** Fields of one recipient. */
export const failedFor = (status: string, diagnostic = 'smtp; 550 no such user'): string[] => [
  'Final-Recipient: rfc822; an@co-quan.test',
  'Action: failed',
  `Status: ${status}`,
  `Diagnostic-Code: ${diagnostic}`,
  '',
]

export type ReportParts = {
  to?: string
  headers?: string[]
  type?: string
  /** The machine-readable part; more than one only in forgeries. */
  reports?: string[][]
  returned?: string[]
}

/** A report in Postfix's form. */
export function report({
  to = VERP,
  headers = ['Auto-Submitted: auto-replied'],
  type = 'multipart/report; report-type=delivery-status;\r\n\tboundary="B1.mail.test"',
  reports = [failedFor('5.1.1')],
  returned = [`Message-ID: ${MESSAGE_ID}`, 'Subject: =?UTF-8?Q?M=E1=BB=9Di?='],
}: ReportParts = {}): Uint8Array {
  return bytes([
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.test (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    'Message-Id: <20241202050000.A1B2C@mail.test>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--B1.mail.test',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    ...reports.flatMap((fields) => [
      '--B1.mail.test',
      'Content-Description: Delivery report',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.test',
      'Arrival-Date: Mon,  2 Dec 2024 12:00:00 +0700 (+07)',
      '',
      ...fields,
    ]),
    '--B1.mail.test',
    'Content-Description: Undelivered Message',
    'Content-Type: message/rfc822',
    '',
    'Received: from phieu (localhost [127.0.0.1])',
    ...returned,
    '',
    'Kính gửi',
    '--B1.mail.test--',
    '',
  ])
}

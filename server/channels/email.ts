/**
 * Mail over a pool of SMTP connections. The one subtle thing is knowing whether the message was begun when a connection
 * breaks, because nodemailer's error does not say (its command is CONN everywhere): the message's own stream does, since
 * it is read only after the server has accepted DATA.
 */
import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Channel, Message } from './channel.ts'
import { type SmtpFailure, smtpFailureOutcome } from './smtp-failure.ts'
import { writeVerp } from './verp.ts'

export type DkimKey = { domain: string; selector: string; privateKey: string }
export type MailSettings = {
  /** May carry nodemailer's options as a query. */
  url: string
  from: string
  /** Where bounces go: the envelope's sender is made of it, one for each message. Without it bounces go to `from`. */
  bounce?: string | undefined
  /** Signs every message; an RSA key in PEM. */
  dkim?: DkimKey | undefined
}

export type EmailOptions = {
  /** At most; opened as they are needed, so a channel's `parallel` decides (1–50). */
  connections?: number
  /** Silence of the server that ends a try; RFC 5321 would allow ten minutes, an office at its desk would not. */
  silenceMs?: number
  /** The whole of one try, waiting for a free connection included. */
  wholeMs?: number
}

/** Plain ASCII only: what else an address may hold, few Vietnamese offices' servers take. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9-]{1,63}$/

/**
 * Signed besides the usual ones (RFC 6376 5.4.1): a mail system honours the one-click opt-out only when both its headers
 * are covered by the signature (RFC 8058 4).
 */
const SIGNED_HEADERS =
  'From:To:Reply-To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:' +
  'Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post'

/** `publicUrl` gives the Message-ID its host and the opt-out its address. */
export function createEmailChannel(
  smtp: MailSettings,
  publicUrl: string,
  { connections = 50, silenceMs = 60_000, wholeMs = 150_000 }: EmailOptions = {},
): Channel {
  const transport = createTransport({
    pool: true,
    url: smtp.url,
    maxConnections: connections,
    maxMessages: 500,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    ...(smtp.dkim ? { dkim: signatureOf(smtp.dkim) } : {}),
  })
  // A pooled connection that breaks reports here as well; the sending that it carried has its own error.
  transport.on('error', () => {})

  const streams = new WeakMap<object, Readable[]>()
  transport.use('stream', (mail, done) => {
    const create = mail.message.createReadStream.bind(mail.message)
    const key = mail.data.signal as object
    mail.message.createReadStream = (...options) => {
      const stream = create(...options)
      streams.set(key, [...(streams.get(key) ?? []), stream])
      return stream
    }
    done()
  })

  return {
    name: 'email',
    async send(message) {
      if (message.recipient.length > 254 || !ADDRESS.test(message.recipient))
        return { kind: 'rejected', failure: 'address-invalid', address: true }
      const signal = AbortSignal.timeout(wholeMs)
      try {
        const { messageId } = await transport.sendMail({ ...mailOf(message, smtp, publicUrl), signal })
        return { kind: 'sent', providerId: messageId }
      } catch (error) {
        const begun = (streams.get(signal) ?? []).some((stream) => stream.readableDidRead)
        return smtpFailureOutcome(error as SmtpFailure, begun)
      }
    },
    async ready() {
      return transport.verify().then(
        () => true,
        () => false,
      )
    },
    async close() {
      transport.close()
    },
  }
}

const signatureOf = ({ domain, selector, privateKey }: DkimKey) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: SIGNED_HEADERS,
})

function mailOf(message: Message, { from, bounce }: MailSettings, publicUrl: string) {
  return {
    from,
    ...(bounce ? { envelope: { from: writeVerp(bounce, message.deliveryId), to: message.recipient } } : {}),
    to: { name: oneLine(message.name), address: message.recipient },
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    messageId: `<delivery.${message.deliveryId}@${new URL(publicUrl).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': { prepared: true, value: `<${message.unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

/** Names come from spreadsheets; a line break in one must never begin a header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()

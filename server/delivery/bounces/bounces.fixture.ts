/** Mails that went out and have not come back yet, in the room's own world (delivery.fixture.ts). */
import type { Config } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import { createWave } from '../create-wave.ts'
import { type deliveryWorld, officer, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'

export const BOUNCE = 'bounce@khaosat.test'
export const verpOf = (deliveryId: string): string => BOUNCE.replace('@', `+${deliveryId.replaceAll('-', '')}@`)

export type SentMails = { deps: Deps; campaign: { id: string; code: string }; ids: string[] }

/** A wave of `count` mails, all sent through the outbox; in-order, Zalo next where `phones`. */
export async function sendMails(
  world: ReturnType<typeof deliveryWorld>,
  count: number,
  { phones = false } = {},
): Promise<SentMails> {
  const built = world.deps()
  const config = { ...built.config, publicUrl: 'https://khaosat.test', mail: { bounce: BOUNCE } } as Config
  const deps = { ...built, config }
  const people = Array.from({ length: count }, (_, at) => ({
    email: `nguoi${at + 1}@sonla.test`,
    phone: phones ? `84912${String(100_000 + at)}` : null,
  }))
  const campaign = await world.campaign({ people, sendingHours: 'any' })
  const channels = phones ? (['email', 'zalo'] as const) : (['email'] as const)
  await createWave(deps, campaign.code, { kind: 'invitation', channels: [...channels], order: 'in-order' }, officer)
  await dispatchDeliveries(deps, 'email', tools())
  const rows = await world.rows(campaign.id)
  return { deps, campaign, ids: rows.map(({ id }) => id) }
}

let made = 0

/** A report in RFC 3464's form about one of them, each with a Message-ID of its own unless given. */
export function reportOn(
  deliveryId: string,
  { action = 'failed', status = '5.1.1', messageId = `<bao-loi-${++made}@mail.test>` } = {},
): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mail.test',
      `To: ${verpOf(deliveryId)}`,
      `Message-ID: ${messageId}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.test',
      '',
      'Final-Recipient: rfc822; ai@sonla.test',
      `Action: ${action}`,
      `Status: ${status}`,
      '--b--',
      '',
    ].join('\r\n'),
  )
}

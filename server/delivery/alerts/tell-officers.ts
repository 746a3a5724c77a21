/**
 * Writes to officers and administrators when a channel stops by itself: a quota that ran out or a refused token must not
 * wait until somebody happens to look. Each trouble is told once, over all processes. The sweep calls it; whatever goes
 * wrong here keeps no message waiting. When it is e-mail itself that fails, the console and the log have to do.
 */
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Deps } from '../../deps.ts'
import { type ChannelRow, findChannels } from '../channel-queries.ts'
import { countDue } from '../hold/queries.ts'
import { SAMPLE_TOKEN } from '../templates/sample-message.ts'
import { composeAlert, findTrouble, type Trouble } from './compose-alert.ts'
import { claimAlert, listAlertAddresses } from './queries.ts'

export type AlertDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'channels'>

/** Never called while sending is held: a clone tells nobody of the original's troubles. */
export async function tellOfficers(deps: AlertDeps, log: Logger): Promise<void> {
  for (const row of await findChannels(deps.db)) {
    const trouble = findTrouble(row)
    if (!(await claimAlert(deps.db, row.channel, trouble?.key ?? null)) || !trouble) continue
    log.error({ channel: row.channel, cause: trouble.cause }, 'delivery.alert')
    if (!deps.channels.email.unpaced) await write(deps, row, trouble, log)
  }
}

async function write(
  { db, clock, config, channels }: AlertDeps,
  { channel }: ChannelRow,
  trouble: Trouble,
  log: Logger,
): Promise<void> {
  const due = await countDue(db, clock.now())
  const consoleUrl = `${config.publicUrl}/console/`
  const alert = composeAlert(channel, trouble, { waiting: due[channel], consoleUrl })
  for (const recipient of await listAlertAddresses(db)) {
    const outcome = await channels.email.send({
      ...alert,
      deliveryId: randomUUID(),
      recipient,
      name: '',
      link: consoleUrl,
      token: SAMPLE_TOKEN,
      unsubscribe: `${config.publicUrl}/unsubscribe/${SAMPLE_TOKEN}`,
      campaign: '',
      unit: '',
      deadline: '',
    })
    if (outcome.kind !== 'sent') log.warn({ channel, failure: outcome.failure }, 'delivery.alert-not-sent')
  }
}

/** SQL of telling officers about a channel's trouble. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db } from '../../db/client.ts'

/** True for one caller alone, over all processes, each time the trouble is another one; null forgets it. */
export async function claimAlert(db: Db, channel: ChannelName, trouble: string | null): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE identity.channels SET alerted_for = ${trouble}
    WHERE channel = ${channel} AND alerted_for IS DISTINCT FROM ${trouble} RETURNING 1`)
  return rows.length > 0
}

/** Whoever can do something about it. */
export async function listAlertAddresses(db: Db): Promise<string[]> {
  const rows = await db.execute<{ email: string }>(sql`
    SELECT email FROM staff.accounts WHERE role IN ('admin', 'officer') AND disabled_at IS NULL ORDER BY email LIMIT 50`)
  return rows.map(({ email }) => email)
}

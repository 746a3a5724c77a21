/** A request about personal data, as a colleague wrote it down. */
import { dayInVietnam } from '../../server/clock.ts'
import type { Db } from '../../server/db/client.ts'
import { insertRequest } from '../../server/privacy/queries.ts'
import type { TestCampaign } from '../../server/test/campaign.ts'

type Stored = { person: number; kind: 'see' | 'correct' | 'withdraw' | 'erase'; daysLeft: number }

/** Its id is its kind; negative `daysLeft`: so long overdue. */
export async function storeRequest(
  db: Db,
  { id: campaignId, people }: TestCampaign,
  { person, kind, daysLeft }: Stored,
): Promise<void> {
  const day = (days: number) => dayInVietnam(new Date(Date.now() + days * 86_400_000))
  await db.transaction((tx) =>
    insertRequest(tx, {
      id: kind,
      campaignId,
      respondentId: people[person]!.id,
      kind,
      via: 'phone',
      receivedOn: day(Math.min(0, daysLeft - 15)),
      dueOn: day(daysLeft),
      createdBy: 'can-bo@so.example',
    }),
  )
}

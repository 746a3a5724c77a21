/** SQL of who still needs somebody's doing: one rule for the groups of failures and for the search. */
import { type SQL, sql } from 'drizzle-orm'

/**
 * Ids of a campaign's people whom nothing has reached and nothing is about to: something left to answer, not opted out, no
 * message that went out, waits, is being sent or may have gone out, and no link handed over since the last of their
 * messages failed and since the link was replaced (the audit log knows when; an old one on paper opens nothing).
 */
export const peopleInNeed = (campaignId: string): SQL => sql`
  WITH reissued AS MATERIALIZED (
    SELECT a.details ->> 'person' AS id, max(a.at) AS at
    FROM staff.audit a JOIN campaign.campaigns c ON c.code = a.campaign
    WHERE c.id = ${campaignId} AND a.action = 'link.reissue' GROUP BY 1
  ), handed AS MATERIALIZED (
    SELECT h.respondent_id FROM identity.hand_deliveries h LEFT JOIN reissued x ON x.id = h.respondent_id
    WHERE h.campaign_id = ${campaignId} AND h.at >= greatest(x.at, '-infinity',
      (SELECT max(coalesce(d.finished_at, d.claimed_at, d.due_at)) FROM identity.deliveries d
       WHERE d.respondent_id = h.respondent_id AND d.state = 'failed'))
  )
  SELECT r.id FROM identity.respondents r
  WHERE r.campaign_id = ${campaignId} AND r.opted_out_at IS NULL
    AND EXISTS (SELECT FROM identity.invitations i WHERE i.respondent_id = r.id AND i.answered_on IS NULL)
    AND NOT EXISTS (SELECT FROM identity.deliveries d
      WHERE d.respondent_id = r.id AND d.state NOT IN ('failed', 'withdrawn'))
    AND r.id NOT IN (SELECT respondent_id FROM handed)`

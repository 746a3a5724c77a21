/** Entries of a day below the day, newest first; each can be opened. */
import { useState } from 'react'
import type { AuditEntry } from '../../../../server/audit/schemas.ts'
import { dayOf, formatDate, formatTime } from '../../../shared/format-vi.ts'
import { actorWords } from '../../shared/actor-words.ts'
import { ChevronIcon } from '../../shared/icons.tsx'
import { weekdayWords } from '../../shared/weekday-words.ts'
import { t } from '../../words/t.ts'
import { actionWords } from './action-words.ts'
import classes from './audit.module.css'
import { aboutWords } from './detail-rows.ts'
import { EntryDetails } from './entry-details.tsx'

type EntryListProps = { entries: AuditEntry[]; showCampaign: boolean }

export function EntryList({ entries, showCampaign }: EntryListProps) {
  return (
    <>
      {byDay(entries).map(([day, ofDay]) => (
        <section key={`${day} ${ofDay[0]!.seq}`} aria-label={t`Ngày ${formatDate(ofDay[0]!.at)}`}>
          <h2 className={classes.day}>{weekdayWords(ofDay[0]!.at)}</h2>
          <ul className={classes.entries}>
            {ofDay.map((entry) => (
              <EntryRow key={entry.seq} entry={entry} showCampaign={showCampaign} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function EntryRow({ entry, showCampaign }: { entry: AuditEntry; showCampaign: boolean }) {
  const [opened, setOpened] = useState(false)
  const about = aboutWords(entry.details)
  return (
    <li>
      <button type="button" className={classes.entry} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        <time className={classes.time} dateTime={entry.at}>
          {formatTime(entry.at)}
        </time>
        <span className={classes.what}>
          <b>{actionWords(entry.action, entry.details)}</b>
          {about && <span className={classes.about}>{about}</span>}
        </span>
        {/* Always a cell of its own, so that rows stand under each other. */}
        <span className={classes.campaign}>{showCampaign ? entry.campaign : null}</span>
        <span className={classes.who}>{actorWords(entry.actor)}</span>
        <span className={classes.chevron} data-opened={opened || undefined} aria-hidden="true">
          <ChevronIcon size={16} />
        </span>
      </button>
      {opened && <EntryDetails entry={entry} />}
    </li>
  )
}

/** Neighbours of one day stay together: the chain is in the order of committing, so a day can come back. */
function byDay(entries: AuditEntry[]): [string, AuditEntry[]][] {
  const days: [string, AuditEntry[]][] = []
  for (const entry of entries) {
    const day = dayOf(entry.at)
    const last = days.at(-1)
    if (last?.[0] === day) last[1].push(entry)
    else days.push([day, [entry]])
  }
  return days
}

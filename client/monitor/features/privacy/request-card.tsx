/** One request: who and what, words to say, and the act that settles it. */
import type { PrivacyRequest } from '../../../shared/privacy-types.ts'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import { PersonFacts } from './person-facts.tsx'
import classes from './privacy.module.css'
import { nobodyWords, stateOf, VIA_NAMES, writeDay } from './privacy-words.ts'
import { RequestActs } from './request-acts.tsx'
import { Say } from './say.tsx'

type RequestCardProps = { code: string; request: PrivacyRequest; mayChange: boolean }

export function RequestCard({ code, request, mayChange }: RequestCardProps) {
  const { tone, words } = stateOf(request)
  const { person, state, note, outcome, via, receivedOn, dueOn, createdBy, closedBy, closedOn } = request
  return (
    <div className={classes.card}>
      <div>
        <StatePill tone={tone} words={words} />
        <p className={classes.course}>
          {t`Nhận ngày ${writeDay(receivedOn)} qua ${VIA_NAMES[via].toLocaleLowerCase('vi')}, ${createdBy} ghi.`}{' '}
          {state === 'open'
            ? t`Hạn ngày ${writeDay(dueOn)}.`
            : t`${closedBy ?? ''} kết thúc ngày ${closedOn ? writeDay(closedOn) : ''}.`}
        </p>
      </div>
      {person ? <PersonFacts person={person} /> : <p className={classes.soft}>{nobodyWords(request)}</p>}
      {note && (
        <div>
          <h3 className={classes.heading}>{t`Ghi chú`}</h3>
          <p className={classes.written}>{note}</p>
        </div>
      )}
      {outcome && (
        <div>
          <h3 className={classes.heading}>{t`Đã làm gì`}</h3>
          <p className={classes.written}>{outcome}</p>
        </div>
      )}
      {state === 'open' && <Say kind={request.kind} />}
      {state === 'open' && mayChange && <RequestActs code={code} request={request} />}
    </div>
  )
}

/** The first row, readable from across the room: answered of invited, percent, time left, the pace by day. */

import type { CampaignDetail, Progress } from '../../../shared/api-types.ts'
import { dayOf, formatCount, formatPercent } from '../../../shared/format-vi.ts'
import { RateBar } from '../../shared/rate-bar.tsx'
import { t } from '../../words/t.ts'
import { paceOf } from './answer-pace.ts'
import { answersBehind, isUninvited } from './even-pace.ts'
import classes from './headline.module.css'
import { PaceChart } from './pace-chart.tsx'
import { paceWords } from './pace-words.ts'
import { timeLeft } from './time-left.ts'

type HeadlineProps = { campaign: CampaignDetail; progress: Progress; now: number; expected: number | null }

export function Headline({ campaign, progress, now, expected }: HeadlineProps) {
  const { answered, invited } = progress
  const left = timeLeft(campaign.status, campaign.closesAt, now)
  const pace = paceOf(campaign, answered, dayOf(now))
  const behind = expected === null ? null : answersBehind(progress, expected)
  const running = campaign.status === 'open' || campaign.status === 'paused'
  return (
    <section className={classes.headline} aria-label={t`Tình hình trả lời`}>
      <div className={classes.main}>
        <p className={classes.count}>
          <b data-testid="answered">{formatCount(answered)}</b>
          <span> / {formatCount(invited)}</span>
        </p>
        <p className={classes.label}>{t`phiếu đã trả lời trên phiếu phát ra`}</p>
        <RateBar answered={answered} invited={invited} thick />
      </div>
      <div className={classes.fact}>
        <p className={classes.figure}>{formatPercent(answered, invited)}</p>
        <p className={classes.label}>
          {pace && pace.today > 0 ? t`hôm nay thêm ${formatCount(pace.today)}` : t`đã trả lời`}
        </p>
      </div>
      <div className={classes.fact}>
        <p className={classes.figure}>{left.figure}</p>
        <p className={classes.label}>{left.words}</p>
      </div>
      {pace && (
        <PaceChart
          pace={pace}
          invited={invited}
          words={
            running && isUninvited(campaign, answered)
              ? t`chưa gửi lượt mời`
              : behind === null
                ? null
                : paceWords(behind)
          }
          mark={behind === null ? null : behind > 0 ? 'behind' : 'fine'}
        />
      )}
    </section>
  )
}

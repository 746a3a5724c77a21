/** One cause: what happened, what to do next, how many still need somebody, and the way to them. */

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { FailureGroup } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { CHANNEL_NAMES } from '../../../shared/channel-names.ts'
import { CheckIcon, WarnIcon } from '../../../shared/icons.tsx'
import { t } from '../../../words/t.ts'
import classes from './failure-list.module.css'

/** `onRetry` null: nothing to send again, or not for this account. */
type FailureRowProps = { code: string; group: FailureGroup; onRetry: (() => void) | null }

export function FailureRow({ code, group, onRetry }: FailureRowProps) {
  const { channel, state, cause, title, nextStep, people, needing, fallback } = group
  const settled = state === 'failed' && needing === 0
  const shown = needing > 0 ? needing : people
  return (
    <li data-settled={settled || undefined}>
      <h3 className={classes.title}>
        {settled ? <CheckIcon size={17} /> : <WarnIcon size={17} />}
        <span>
          {CHANNEL_NAMES[channel]}: {title}
        </span>
      </h3>
      {!settled && (
        <p className={classes.what}>
          {nextStep}
          {fallback > 0 && t` ${formatCount(fallback)} người trong nhóm đã có tin qua kênh khác.`}
        </p>
      )}
      <p className={classes.people}>
        {needing > 0 && (
          <>
            {t`còn `}
            <b>{t`${formatCount(needing)} người`}</b>
            {t` cần xử lý`}
          </>
        )}
        {state === 'queued' && needing === 0 && (
          <>
            <b>{t`${formatCount(people)} người`}</b>
            {t` đang chờ tự gửi lại`}
          </>
        )}
        {state !== 'queued' && <small>{t`đã gặp ở ${formatCount(people)} người`}</small>}
      </p>
      <div className={classes.acts}>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t`Gửi lại nhóm này`}
          </Button>
        )}
        <Link
          to="/campaigns/$code/delivery/people"
          params={{ code }}
          search={{ channel, state, cause, why: title, ...(needing > 0 ? { reached: 'none' } : {}) }}
        >
          {t`Xem ${formatCount(shown)} người`}
        </Link>
      </div>
    </li>
  )
}

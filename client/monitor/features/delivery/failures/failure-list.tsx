/** What did not arrive, grouped by cause: how many people, what to do next, and doing it for the whole group. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FailureGroup } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { CHANNEL_NAMES } from '../../../shared/channel-names.ts'
import { WarnIcon } from '../../../shared/icons.tsx'
import { Panel } from '../../../shared/panel.tsx'
import classes from './failure-list.module.css'
import { RetryDialog } from './retry-dialog.tsx'

type FailureListProps = { code: string; failures: FailureGroup[]; mayChange: boolean }

export function FailureList({ code, failures, mayChange }: FailureListProps) {
  const [chosen, setChosen] = useState<FailureGroup | null>(null)
  const [asking, setAsking] = useState(false)
  // Those that nobody can tell about have a list of their own.
  const groups = failures.filter(({ state }) => state !== 'unknown')
  return (
    <Panel flush title="Chưa tới được, theo nguyên nhân">
      {groups.length === 0 && <p className={classes.fine}>Không có tin nào bị từ chối hay gặp trục trặc.</p>}
      <ul className={classes.list}>
        {groups.map((group) => (
          <li key={`${group.channel}-${group.state}-${group.cause}`}>
            <h3 className={classes.title}>
              <WarnIcon size={17} />
              <span>
                {CHANNEL_NAMES[group.channel]}: {group.title}
              </span>
            </h3>
            <p className={classes.what}>
              {group.nextStep}
              {group.fallback > 0 && ` ${formatCount(group.fallback)} người trong nhóm đã có tin qua kênh khác.`}
            </p>
            <p className={classes.people}>
              <b>{formatCount(group.people)}</b> <span>người</span>
            </p>
            <div className={classes.acts}>
              {mayChange && group.retryable && group.state === 'failed' && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setChosen(group)
                    setAsking(true)
                  }}
                >
                  Gửi lại nhóm này
                </Button>
              )}
              <Link
                to="/campaigns/$code/delivery/people"
                params={{ code }}
                search={{ channel: group.channel, state: group.state, cause: group.cause, why: group.title }}
              >
                Xem {formatCount(group.people)} người
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {chosen && <RetryDialog code={code} group={chosen} opened={asking} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

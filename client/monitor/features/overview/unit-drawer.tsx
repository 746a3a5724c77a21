/** One unit: its groups, and its points so far with what is hidden and why. */

import { Drawer } from '@mantine/core'
import type { UnitProgress, UnitScore } from '../../../shared/api-types.ts'
import { formatCount, formatMax, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import { CriteriaList } from '../../shared/criteria-list.tsx'
import type { DomainName } from '../../shared/domain-names.ts'
import { hiddenReason, hiddenWords } from '../../shared/hidden-words.ts'
import { leftOutReasons } from '../../shared/left-out-words.ts'
import { RateBar } from '../../shared/rate-bar.tsx'
import { t } from '../../words/t.ts'
import classes from './unit-drawer.module.css'

type UnitDrawerProps = {
  unit: UnitProgress | undefined
  score: UnitScore | undefined
  settled: boolean
  minimum: number
  domainName: DomainName
  /** Apart from `unit`, which stays while the drawer slides away. */
  opened: boolean
  onClose: () => void
}

export function UnitDrawer({ unit, score, settled, minimum, domainName, opened, onClose }: UnitDrawerProps) {
  return (
    <Drawer opened={opened && unit !== undefined} onClose={onClose} position="right" size="lg" title={unit?.name}>
      {unit && (
        <div className={classes.detail}>
          <div>
            <p className={classes.rate}>
              <b>{formatCount(unit.answered)}</b>
              {t` / ${formatCount(unit.invited)} phiếu · ${formatPercent(unit.answered, unit.invited)}`}
            </p>
            <RateBar answered={unit.answered} invited={unit.invited} thick />
          </div>
          <section>
            <h3 className={classes.heading}>{t`Theo nhóm đối tượng`}</h3>
            <ul className={classes.groups}>
              {unit.groups.map((group) => (
                <li key={group.code}>
                  <span>{group.name}</span>
                  <span className={classes.figures}>
                    {formatCount(group.answered)}/{formatCount(group.invited)}
                  </span>
                  <RateBar answered={group.answered} invited={group.invited} />
                </li>
              ))}
            </ul>
          </section>
          {score && <Points score={score} settled={settled} minimum={minimum} domainName={domainName} />}
        </div>
      )}
    </Drawer>
  )
}

function countedWords({ counted, answered }: UnitScore, settled: boolean): string {
  if (settled) return t`Đã kiểm ${formatCount(counted)} phiếu.`
  return t`Đã kiểm ${formatCount(counted)} trên ${formatCount(answered)} phiếu. Số còn lại nằm trong hòm, được kiểm cùng các phiếu tới sau.`
}

type PointsProps = { score: UnitScore; settled: boolean; minimum: number; domainName: DomainName }

function Points({ score, settled, minimum, domainName }: PointsProps) {
  return (
    <section>
      <h3 className={classes.heading}>{settled ? t`Điểm` : t`Điểm tới lúc này`}</h3>
      <dl className={classes.sources}>
        {score.sources.map((source) => (
          <div key={source.code}>
            <dt>{source.name}</dt>
            <dd>
              <b>{formatPoints(source.points)}</b> / {formatMax(source.max)}
              {source.points === null && (
                <small>{source.origin === 'imported' ? t`chưa có số liệu` : hiddenWords(score, settled)}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.why}>{hiddenReason(score, settled) ?? countedWords(score, settled)}</p>
      {leftOutReasons(score, minimum).map((reason) => (
        <p key={reason} className={classes.why}>
          {reason}
        </p>
      ))}
      <CriteriaList score={score} domainName={domainName} />
    </section>
  )
}

/** One unit: its groups, and its points so far with what is hidden and why. */

import { Button, Drawer } from '@mantine/core'
import { useState } from 'react'
import type { CampaignDetail, UnitProgress, UnitScore } from '../../../shared/api-types.ts'
import { formatCount, formatMax, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import type { SurveyRanges } from '../../../shared/index-types.ts'
import { CriteriaList } from '../../shared/criteria-list.tsx'
import type { DomainName } from '../../shared/domain-names.ts'
import { hiddenReason, hiddenWords } from '../../shared/hidden-words.ts'
import { leftOutReasons } from '../../shared/left-out-words.ts'
import { RateBar } from '../../shared/rate-bar.tsx'
import { t } from '../../words/t.ts'
import { RemindUnitsDialog } from '../campaign/remind-units-dialog.tsx'
import classes from './unit-drawer.module.css'
import { useMayRemind } from './use-may-remind.ts'

type UnitDrawerProps = {
  unit: UnitProgress | undefined
  score: UnitScore | undefined
  ranges: SurveyRanges['units'][number] | undefined
  campaign: CampaignDetail
  settled: boolean
  minimum: number
  domainName: DomainName
  /** Apart from `unit`, which stays while the drawer slides away. */
  opened: boolean
  onClose: () => void
}

export function UnitDrawer({
  unit,
  score,
  ranges,
  campaign,
  settled,
  minimum,
  domainName,
  opened,
  onClose,
}: UnitDrawerProps) {
  const mayRemind = useMayRemind(campaign)
  const [reminding, setReminding] = useState(false)
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
            {mayRemind && unit.answered < unit.invited && (
              <Button variant="default" mt={14} onClick={() => setReminding(true)}>
                {t`Nhắc người chưa trả lời về đơn vị này`}
              </Button>
            )}
          </div>
          <RemindUnitsDialog
            campaign={campaign}
            units={[unit]}
            opened={reminding}
            onClose={() => setReminding(false)}
          />
          <section>
            <h3 className={classes.heading}>{t`Theo nhóm đối tượng`}</h3>
            <ul className={classes.groups}>
              {unit.groups.map((group) => (
                <li key={group.code}>
                  <span>
                    {group.name}
                    <MergedWith unit={unit} group={group} />
                  </span>
                  <span className={classes.figures}>
                    {formatCount(group.answered)}/{formatCount(group.invited)}
                  </span>
                  <RateBar answered={group.answered} invited={group.invited} />
                </li>
              ))}
            </ul>
          </section>
          {score && (
            <Points score={score} ranges={ranges} settled={settled} minimum={minimum} domainName={domainName} />
          )}
        </div>
      )}
    </Drawer>
  )
}

/** The mark of a group that had too few people to stand alone. */
function MergedWith({ unit, group }: { unit: UnitProgress; group: UnitProgress['groups'][number] }) {
  const into = unit.groups.find(({ code }) => code === group.mergedInto)
  return into && <small className={classes.merged}>{t`gộp với “${into.name}”`}</small>
}

function countedWords({ counted, answered }: UnitScore, settled: boolean): string {
  if (settled) return t`Đã kiểm ${formatCount(counted)} phiếu.`
  return t`Đã kiểm ${formatCount(counted)} trên ${formatCount(answered)} phiếu. Số còn lại nằm trong hòm, được kiểm cùng các phiếu tới sau.`
}

type PointsProps = {
  score: UnitScore
  ranges: SurveyRanges['units'][number] | undefined
  settled: boolean
  minimum: number
  domainName: DomainName
}

function Points({ score, ranges, settled, minimum, domainName }: PointsProps) {
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
      {ranges && <Ranges ranges={ranges} settled={settled} />}
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

/** How far the counted points are settled; nothing while they are hidden. */
function Ranges({
  ranges: { survey, interval },
  settled,
}: Pick<Required<PointsProps>, 'settled'> & { ranges: SurveyRanges['units'][number] }) {
  if (!interval && !survey) return null
  return (
    <ul className={classes.ranges}>
      {interval && (
        <li>
          {t`Ở mức tin cậy 95 %, điểm phiếu nằm trong khoảng ${formatPoints(interval.low)} – ${formatPoints(interval.high)}, nếu người im lặng nghĩ giống người đã trả lời.`}
        </li>
      )}
      {survey && interval && (
        <li>
          {settled
            ? t`Người im lặng đã có thể đưa điểm về bất cứ đâu từ ${formatPoints(survey.low)} tới ${formatPoints(survey.high)}.`
            : t`Người chưa trả lời còn có thể đưa điểm về bất cứ đâu từ ${formatPoints(survey.low)} tới ${formatPoints(survey.high)}.`}
        </li>
      )}
    </ul>
  )
}

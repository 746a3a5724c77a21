/** One unit of the index: its place, what its points are made of, what they can still become, and the year before. */

import { Drawer } from '@mantine/core'
import { formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexDocument, IndexUnit } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'
import { ChangeCell } from './change-cell.tsx'
import { ClassMark } from './class-mark.tsx'
import { className, countedPoints, incomparableWords, possibleSentence, rangeText } from './index-words.ts'
import { RangesFold } from './ranges-fold.tsx'
import { TwoRanges } from './two-ranges.tsx'
import { UnitCriteria } from './unit-criteria.tsx'
import classes from './unit-drawer.module.css'

type UnitDrawerProps = {
  index: IndexDocument
  block: IndexBlock
  unit: IndexUnit | undefined
  /** Apart from `unit`, which stays while the drawer slides away. */
  opened: boolean
  onClose: () => void
}

export function UnitDrawer({ index, block, unit, opened, onClose }: UnitDrawerProps) {
  return (
    <Drawer opened={opened && unit !== undefined} onClose={onClose} position="right" size="xl" title={unit?.name}>
      {unit && (
        <div className={classes.detail}>
          <Head index={index} unit={unit} />
          <Parts index={index} block={block} unit={unit} />
          <Survey block={block} unit={unit} />
          <section>
            <h3 className={classes.heading}>{t`Từng lĩnh vực, từng tiêu chí`}</h3>
            <UnitCriteria key={unit.code} block={block} unit={unit} />
          </section>
          <Past index={index} unit={unit} />
        </div>
      )}
    </Drawer>
  )
}

function movingWords(unit: IndexUnit): string {
  const { low, high } = unit.ranges.total
  const total =
    low === high ? t`tổng điểm đã đủ` : t`tổng điểm còn có thể từ ${formatPoints(low)} đến ${formatPoints(high)}`
  return t`Tạm tính: ${total}; ${possibleSentence(unit)}.`
}

type IndexOfUnit = { index: IndexDocument; unit: IndexUnit }

function Head({ index: { rules, status }, unit }: IndexOfUnit) {
  return (
    <div>
      <p className={classes.total}>
        <b>{formatPoints(unit.points)}</b>
        {t` / ${formatMax(rules.total)} điểm`}
        <span>
          {unit.rank === null ? t`chưa xếp hạng` : t`hạng ${unit.rank}`}
          {unit.tied && t`, đồng hạng`}
        </span>
        {unit.class && <ClassMark rules={rules} code={unit.class} />}
      </p>
      {status === 'provisional' && <p className={classes.soft}>{movingWords(unit)}</p>}
      {unit.roundedPartsDiffer && (
        <p className={classes.soft}>
          {t`Tổng được làm tròn một lần từ số chính xác, nên hơi khác với cộng các lĩnh vực đã làm tròn.`}
        </p>
      )}
    </div>
  )
}

function Parts({ index: { rules }, block, unit: { parts } }: IndexOfUnit & { block: IndexBlock }) {
  return (
    <dl className={classes.parts}>
      <div>
        <dt>{t`Thẩm định`}</dt>
        <dd>
          <b>{formatPoints(parts.appraised)}</b> / {formatMax(rules.appraisedMax)}
          {parts.self !== null && <small>{t`tự đánh giá ${formatPoints(parts.self)}`}</small>}
        </dd>
      </div>
      <div>
        <dt>{t`Khảo sát`}</dt>
        <dd>
          <b>{formatPoints(parts.survey)}</b> / {formatMax(rules.surveyMax)}
        </dd>
      </div>
      {block.sources.map(({ code, name, max }) => (
        <div key={code} data-part>
          <dt>{name}</dt>
          <dd>
            {formatPoints(parts.sources.find((source) => source.code === code)?.points)} / {formatMax(max)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Survey({ block, unit }: { block: IndexBlock; unit: IndexUnit }) {
  const { ranges, participation } = unit
  const { points, max } = countedPoints(unit, block.sources)
  return (
    <section>
      <h3 className={classes.heading}>{t`Điểm phiếu đáng tin tới đâu`}</h3>
      <p className={classes.soft}>
        {t`${participation.answered} trên ${participation.invited} người được hỏi đã trả lời; đã kiểm ${participation.counted} phiếu.`}
      </p>
      <TwoRanges unit={unit} points={points} max={max} />
      <dl className={classes.parts}>
        <div>
          <dt>{t`Nếu người im lặng đều chấm thấp nhất – cao nhất`}</dt>
          <dd>{points !== null && ranges.survey ? rangeText(ranges.survey) : t`chưa có`}</dd>
        </div>
        <div>
          <dt>{t`Khoảng tin cậy 95\u00a0%, coi sự im lặng là ngẫu nhiên`}</dt>
          <dd>{points !== null && ranges.interval ? rangeText(ranges.interval) : t`chưa có`}</dd>
        </div>
      </dl>
      <RangesFold />
    </section>
  )
}

function Past({ index, unit }: IndexOfUnit) {
  const { change, incomparable, predecessor } = unit
  const past = predecessor ?? change?.past
  return (
    <section>
      <h3 className={classes.heading}>
        {t`Năm `}
        {index.sets.past?.year ?? index.year - 1}
      </h3>
      {past && (
        <p>
          {past.name !== unit.name && t`Tiếp nối ${past.name}. `}
          {t`${formatPoints(past.points)} điểm`}
          {past.rank !== null && t`, hạng ${past.rank}`}
          {past.class !== null && `, ${className(index.rules, past.class)}`}.
        </p>
      )}
      {change && (
        <p className={classes.change}>
          <ChangeCell unit={unit} />
        </p>
      )}
      {incomparable && <p className={classes.soft}>{t`Không so sánh được: ${incomparableWords(incomparable)}.`}</p>}
      {!change && !incomparable && <p className={classes.soft}>{t`So sánh khi đơn vị có đủ điểm.`}</p>}
    </section>
  )
}

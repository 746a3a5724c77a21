/** The block in one line: mean, highest, lowest, gap, how many of each class; of the units that are ranked. */

import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexUnit } from '../../../shared/index-types.ts'
import button from '../../shared/plain-button.module.css'
import { t } from '../../words/t.ts'
import type { BlockFigures } from './block-figures.ts'
import classes from './block-head.module.css'

type BlockHeadProps = { figures: BlockFigures; onOpen: (unit: string) => void }

export function BlockHead({ figures, onOpen }: BlockHeadProps) {
  const { ranked, units, mean, highest, lowest, gap } = figures
  if (ranked === 0) {
    return (
      <p className={classes.waiting}>{t`Chưa đơn vị nào đủ điểm để xếp hạng. Hạng hiện khi có đủ cả ba phần điểm.`}</p>
    )
  }
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t`Trung bình`}</dt>
        <dd>{formatPoints(mean)}</dd>
      </div>
      <Extreme name={t`Cao nhất`} units={highest} onOpen={onOpen} />
      <Extreme name={t`Thấp nhất`} units={lowest} onOpen={onOpen} />
      <div>
        <dt>{t`Khoảng cách`}</dt>
        <dd>{formatPoints(gap)}</dd>
      </div>
      <div>
        <dt>{t`Xếp loại`}</dt>
        <dd className={classes.classes}>
          {figures.classes
            .filter((one) => one.units > 0)
            .map(({ code, units: count }) => (
              <span key={code}>
                {count} <small>{t`loại ${code}`}</small>
              </span>
            ))}
        </dd>
      </div>
      {ranked < units && (
        <div>
          <dt>{t`Đủ điểm để xếp hạng`}</dt>
          <dd>
            {ranked}/{units} <small>{t`đơn vị`}</small>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Extreme({ name, units, onOpen }: { name: string; units: IndexUnit[]; onOpen: (unit: string) => void }) {
  const [first, ...others] = units
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {formatPoints(first?.points)}{' '}
        {first && (
          <button type="button" className={button.open} onClick={() => onOpen(first.code)} aria-haspopup="dialog">
            {first.name}
            {others.length > 0 && t` và ${others.length} đơn vị khác`}
          </button>
        )}
      </dd>
    </div>
  )
}

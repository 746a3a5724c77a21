/** Which units keep a campaign from opening because too few people rate them, and the two ways on. */

import { Link } from '@tanstack/react-router'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { ApiError } from '../../../shared/call-api.ts'
import { t } from '../../words/t.ts'
import classes from './too-small-units.module.css'

type TooSmallUnit = { unit: string; invited: number }

/** Named units of a refusal `unit-too-small`; empty for any other error. */
export function tooSmallUnits(error: unknown): TooSmallUnit[] {
  if (!(error instanceof ApiError) || error.code !== 'unit-too-small' || !Array.isArray(error.details)) return []
  return error.details
}

type TooSmallUnitsProps = { campaign: CampaignDetail; units: TooSmallUnit[]; onLeave: () => void }

export function TooSmallUnits({ campaign, units, onLeave }: TooSmallUnitsProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul className={classes.units} tabIndex={0} aria-label={t`Đơn vị còn quá ít người`}>
        {units.map(({ unit, invited }) => (
          <li key={unit}>
            <span>{unit}</span>
            <span>{t`${invited} người`}</span>
          </li>
        ))}
      </ul>
      <p>
        {t`Mỗi đơn vị cần ít nhất ${campaign.minimumCell} người. Hãy nhập thêm người cho các đơn vị này, hoặc xóa danh sách rồi nhập lại tệp đã bỏ các đơn vị đó.`}
      </p>
      <p>
        <Link to="/campaigns/$code/roster" params={{ code: campaign.code }} onClick={onLeave} className={classes.way}>
          {t`Tới Danh sách`}
        </Link>
      </p>
    </>
  )
}

/** Units by domains: points, and the share of the maximum as figure and as shade. */

import { formatMax, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexUnit } from '../../../shared/index-types.ts'
import button from '../../shared/plain-button.module.css'
import { t } from '../../words/t.ts'
import { domainMean } from './block-figures.ts'
import classes from './heat-table.module.css'

type HeatTableProps = { block: IndexBlock; rows: IndexUnit[]; onOpen: (unit: string) => void }

export function HeatTable({ block, rows, onOpen }: HeatTableProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t`Điểm từng lĩnh vực của ${block.name}`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t`Đơn vị`}</th>
              {block.domains.map(({ code, name, max }) => (
                <th key={code} scope="col">
                  <b>{t`LV ${code}`}</b> ({formatMax(max)})<small>{name}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((unit) => (
              <tr key={unit.code}>
                <th scope="row">
                  <button
                    type="button"
                    className={button.open}
                    onClick={() => onOpen(unit.code)}
                    aria-haspopup="dialog"
                  >
                    {unit.name}
                  </button>
                </th>
                {block.domains.map(({ code, max }) => (
                  <HeatCell
                    key={code}
                    label={t`LV ${code}`}
                    points={unit.domains.find((domain) => domain.code === code)?.points ?? null}
                    max={max}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t`Trung bình của khối`}</th>
              {block.domains.map(({ code, max }) => (
                <HeatCell key={code} label={t`LV ${code}`} points={domainMean(block, code)} max={max} />
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={classes.legend}>
        <span aria-hidden="true">
          {[0.4, 0.6, 0.8, 1].map((share) => (
            <i key={share} style={{ background: shadeOf(share) }} />
          ))}
        </span>
        {t`Ô càng đậm, điểm càng gần mức tối đa. Số trong ngoặc là điểm tối đa của lĩnh vực (LV).`}
      </p>
    </>
  )
}

/** Below 40 % of the maximum everything is as pale; from there the shade follows the share. */
const shadeOf = (share: number): string =>
  `color-mix(in srgb, var(--accent) ${Math.round(Math.max(0, (share - 0.4) / 0.6) * 50)}%, var(--sunk))`

function HeatCell({ label, points, max }: { label: string; points: number | null; max: number }) {
  const share = points === null || max === 0 ? 0 : points / max
  return (
    <td data-label={label} style={{ background: shadeOf(share) }}>
      {formatPoints(points)}
      {points !== null && <small>{formatPercent(points, max)}</small>}
    </td>
  )
}

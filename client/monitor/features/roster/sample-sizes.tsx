/** Sizes of the strata, with totals; of a draw to come or of one that was made. */
import { formatCount, formatPercent } from '../../../shared/format-vi.ts'
import type { StratumNames, StratumView } from '../../../shared/sample-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import boxed from '../../shared/scroll-table.module.css'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import classes from './sample.module.css'

type SampleSizesProps = { strata: StratumView[]; names: StratumNames; busy?: boolean }

/** A browser scrolls through so many rows easily; the copy has all. */
const SHOWN = 1_000

export function SampleSizes({ strata, names, busy = false }: SampleSizesProps) {
  const total = (of: 'staff' | 'drawn') => strata.reduce((sum, stratum) => sum + stratum[of], 0)
  const [staff, drawn] = [total('staff'), total('drawn')]
  const header = [t`Đơn vị`, t`Nhóm`, t`Có (N)`, t`Lấy (n)`, t`Tỷ lệ`]
  const nameOf = (kind: keyof StratumNames, code: string) => names[kind][code] ?? code
  const copied = () =>
    toTsv([
      header,
      ...strata.map(({ unit, group, staff, drawn }) => [
        ...[nameOf('units', unit), nameOf('groups', group), String(staff), String(drawn)],
        formatPercent(drawn, staff),
      ]),
    ])
  return (
    <section aria-label={t`Cỡ mẫu`} aria-busy={busy}>
      <div className={boxed.head}>
        <p>
          {t`Lấy `}
          <strong>{t`${formatCount(drawn)} trên ${formatCount(staff)}`}</strong> ({formatPercent(drawn, staff)})
        </p>
        <CopyButton text={copied} />
      </div>
      <ScrollTable box label={t`Cỡ mẫu của từng nhóm`} header={header} maxHeight={360} className={classes.sizes}>
        {strata.slice(0, SHOWN).map(({ unit, group, staff, drawn }) => (
          <tr key={`${unit} ${group}`}>
            <th scope="row">
              {nameOf('units', unit)}
              <small>{nameOf('groups', group)}</small>
            </th>
            <td>{nameOf('groups', group)}</td>
            <td>{formatCount(staff)}</td>
            <td>{formatCount(drawn)}</td>
            <td>{formatPercent(drawn, staff)}</td>
          </tr>
        ))}
      </ScrollTable>
      {strata.length > SHOWN && (
        <p className={boxed.more}>
          {t`Đang hiện ${formatCount(SHOWN)} trên ${formatCount(strata.length)} dòng. Nút Sao chép lấy đủ tất cả.`}
        </p>
      )}
    </section>
  )
}

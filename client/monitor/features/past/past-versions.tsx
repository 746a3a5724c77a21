/** Every version of last year's results, with who and why. */

import { formatMoment } from '../../../shared/format-vi.ts'
import type { PastView } from '../../../shared/index-types.ts'
import { ORIGIN_WORDS } from '../../shared/origin-words.ts'
import table from '../../shared/table.module.css'
import { VersionsFold } from '../../shared/versions-fold.tsx'
import { t } from '../../words/t.ts'

export function PastVersions({ versions }: { versions: PastView['versions'] }) {
  return (
    <VersionsFold
      count={versions.length}
      heads={
        <>
          <th scope="col">{t`Bản`}</th>
          <th scope="col">{t`Năm`}</th>
          <th scope="col">{t`Lúc`}</th>
          <th scope="col">{t`Người nhập`}</th>
          <th scope="col">{t`Lý do`}</th>
          <th scope="col">{t`Từ`}</th>
        </>
      }
    >
      {versions.map(({ version, year, at, actor, reason, origin }, place) => (
        <tr key={version}>
          <th scope="row">
            {version}
            {place === 0 && <small className={table.short}>{t`đang dùng`}</small>}
          </th>
          <td data-label={t`Năm`}>{year}</td>
          <td className={table.short}>{formatMoment(at)}</td>
          <td>{actor}</td>
          <td>{reason}</td>
          <td data-label={t`Từ`}>{ORIGIN_WORDS[origin]}</td>
        </tr>
      ))}
    </VersionsFold>
  )
}

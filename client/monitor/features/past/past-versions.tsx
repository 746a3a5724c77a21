/** Every version of last year's results, with who and why. */
import { formatMoment } from '../../../shared/format-vi.ts'
import type { PastView } from '../../../shared/index-types.ts'
import { ORIGIN_WORDS } from '../../shared/origin-words.ts'
import table from '../../shared/table.module.css'
import { VersionsFold } from '../../shared/versions-fold.tsx'

export function PastVersions({ versions }: { versions: PastView['versions'] }) {
  return (
    <VersionsFold
      count={versions.length}
      heads={
        <>
          <th scope="col">Bản</th>
          <th scope="col">Năm</th>
          <th scope="col">Lúc</th>
          <th scope="col">Người nhập</th>
          <th scope="col">Lý do</th>
          <th scope="col">Từ</th>
        </>
      }
    >
      {versions.map(({ version, year, at, actor, reason, origin }, place) => (
        <tr key={version}>
          <th scope="row">
            {version}
            {place === 0 && <small className={table.short}>đang dùng</small>}
          </th>
          <td data-label="Năm">{year}</td>
          <td className={table.short}>{formatMoment(at)}</td>
          <td>{actor}</td>
          <td>{reason}</td>
          <td data-label="Từ">{ORIGIN_WORDS[origin]}</td>
        </tr>
      ))}
    </VersionsFold>
  )
}

/** Every page that was public, and every time one was taken back: who, when, why, what. */

import { formatMoment } from '../../../shared/format-vi.ts'
import type { PublicationView } from '../../../shared/publication-types.ts'
import { Panel } from '../../shared/panel.tsx'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { namesOf } from './choice-words.ts'
import classes from './publication.module.css'

export function PublicationVersions({ versions }: { versions: PublicationView[] }) {
  return (
    <Panel title={t`Các lần công bố`} flush>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{t`Lần`}</th>
            <th scope="col">{t`Lúc`}</th>
            <th scope="col">{t`Người làm`}</th>
            <th scope="col">{t`Việc`}</th>
            <th scope="col">{t`Căn cứ, lý do`}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, at, actor, published, choices, reason }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              <td className={table.short}>{formatMoment(at)}</td>
              <td>{actor}</td>
              <td>{published ? t`Công bố: ${namesOf(choices)}` : t`Gỡ xuống`}</td>
              <td className={classes.reason}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

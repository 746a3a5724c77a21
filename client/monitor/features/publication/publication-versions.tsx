/** Every page that was public, and every time one was taken back: who, when, why, what. */
import { formatMoment } from '../../../shared/format-vi.ts'
import type { PublicationView } from '../../../shared/publication-types.ts'
import { Panel } from '../../shared/panel.tsx'
import table from '../../shared/table.module.css'
import { namesOf } from './choice-words.ts'
import classes from './publication.module.css'

export function PublicationVersions({ versions }: { versions: PublicationView[] }) {
  return (
    <Panel title="Các lần công bố" flush>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">Lần</th>
            <th scope="col">Lúc</th>
            <th scope="col">Người làm</th>
            <th scope="col">Việc</th>
            <th scope="col">Căn cứ, lý do</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, at, actor, published, choices, reason }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              <td className={table.short}>{formatMoment(at)}</td>
              <td>{actor}</td>
              <td>{published ? `Công bố: ${namesOf(choices)}` : 'Gỡ xuống'}</td>
              <td className={classes.reason}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

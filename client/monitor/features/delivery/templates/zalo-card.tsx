/** Zalo's message has a form approved by Zalo beforehand; here it is shown, not changed. */
import type { TemplatesView } from '../../../../shared/delivery-types.ts'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'
import classes from './template-editor.module.css'

export function ZaloCard({ zalo: { fields, button, note } }: { zalo: TemplatesView['zalo'] }) {
  return (
    <Panel title={t`Tin Zalo`}>
      <div className={classes.zalo}>
        <div className={classes.card}>
          <dl>
            {fields.map(({ name, meaning, example }) => (
              <div key={name}>
                <dt>{meaning}</dt>
                <dd lang="vi">{example}</dd>
              </div>
            ))}
          </dl>
          <p className={classes.button} lang="vi">
            {button}
          </p>
        </div>
        <p className={classes.hint}>{note}</p>
      </div>
    </Panel>
  )
}

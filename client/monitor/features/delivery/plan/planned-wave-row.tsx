/** One wave of the plan: when, how; and, after a look, whom it would reach and until when. */

import { Button, NativeSelect } from '@mantine/core'
import { formatCount } from '../../../../shared/format-vi.ts'
import { MomentField } from '../../../shared/moment-field.tsx'
import { t } from '../../../words/t.ts'
import { AudienceNote } from '../audience-note.tsx'
import { inSentence } from '../in-sentence.ts'
import { waveName, waysFor } from '../wave-words.ts'
import type { DraftWave } from './plan-draft.ts'
import classes from './plan-editor.module.css'
import type { ShownWave } from './wave-list.tsx'

type PlannedWaveRowProps = {
  wave: DraftWave
  /** That it has or will get. */
  number: number
  preview: ShownWave | undefined
  problem: string | undefined
  onChange: (next: Partial<DraftWave>) => void
  onRemove: () => void
}

export function PlannedWaveRow({ wave, number, preview, problem, onChange, onRemove }: PlannedWaveRowProps) {
  const name = waveName({ wave: number, kind: wave.kind })
  return (
    <div className={classes.wave}>
      <h3>
        {name}
        {wave.units !== null && ` · ${t`chỉ ${formatCount(wave.units)} đơn vị`}`}
      </h3>
      <MomentField
        required
        aria-label={t`${name}: ngày và giờ`}
        value={wave.at}
        error={problem}
        onChange={(at) => onChange({ at })}
      />
      <NativeSelect
        aria-label={t`${name}: cách gửi`}
        data={waysFor(wave.kind).map(({ id, words }) => ({ value: id, label: words }))}
        value={wave.way}
        onChange={(event) => onChange({ way: event.currentTarget.value })}
      />
      <Button variant="subtle" color="gray" onClick={onRemove} aria-label={t`Bỏ ${inSentence(name)}, ${wave.at}`}>
        {t`Bỏ`}
      </Button>
      {preview?.expected && (
        <div className={classes.note}>
          <AudienceNote audience={preview.expected} estimate={preview.estimate} channels={preview.channels} />
        </div>
      )}
    </div>
  )
}

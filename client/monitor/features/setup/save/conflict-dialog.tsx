/** Somebody saved while this officer was editing: both sides' changes together, cell by cell where they differ. */
import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../../shared/format-vi.ts'
import form from '../../../shared/act-form.module.css'
import { t } from '../../../words/t.ts'
import { placeWords } from '../column-words.ts'
import type { Draft } from '../draft/draft.ts'
import { type Clash, takeTheirs } from '../draft/merge-drafts.ts'
import { type Conflict, useSetup } from '../state/setup-context.ts'
import classes from './save.module.css'

export function ConflictDialog() {
  const { conflict, resolve } = useSetup()
  return (
    <Modal opened={conflict !== null} onClose={() => resolve(null)} title={t`Có người vừa lưu một bản khác`} size="xl">
      {conflict && <ConflictForm conflict={conflict} />}
    </Modal>
  )
}

function ConflictForm({ conflict: { theirs, merged } }: { conflict: Conflict }) {
  const { resolve } = useSetup()
  const [chosen, setChosen] = useState<ReadonlySet<Clash>>(new Set())
  const choose = (clash: Clash, other: boolean) => {
    const next = new Set(chosen)
    if (other) next.add(clash)
    else next.delete(clash)
    setChosen(next)
  }
  const together = () => resolve(merged.clashes.filter((clash) => chosen.has(clash)).reduce(takeTheirs, merged.draft))
  return (
    <div className={form.form}>
      <p>
        {t`${theirs.savedBy || t`Một cán bộ khác`} đã lưu bản ${theirs.version} lúc ${formatMoment(theirs.savedAt)}. Những gì bạn đã gõ vẫn còn nguyên.`}
      </p>
      <p>
        {merged.clashes.length === 0
          ? t`Hai bên sửa ở những chỗ khác nhau nên ghép lại được trọn vẹn.`
          : t`Hai bên cùng sửa ${formatCount(merged.clashes.length)} chỗ. Hãy chọn giữ bên nào ở từng chỗ; những chỗ khác ghép lại được trọn vẹn.`}
      </p>
      {merged.clashes.length > 0 && (
        <div className={classes.clashes}>
          {merged.clashes.map((clash) => (
            <ClashChoice
              key={`${clash.sheet}/${clash.row}/${clash.kind === 'cell' ? clash.column : ''}`}
              clash={clash}
              draft={merged.draft}
              theirs={chosen.has(clash)}
              onChoose={(other) => choose(clash, other)}
            />
          ))}
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => resolve(null)}>
          {t`Để sau`}
        </Button>
        <Button variant="default" onClick={() => resolve(theirs.draft)}>
          {t`Lấy bản của họ`}
        </Button>
        <Button onClick={together} data-autofocus>
          {t`Ghép hai bên`}
        </Button>
      </Group>
      <p className={classes.soft}>
        {t`Sau khi ghép hoặc lấy bản của họ vẫn chưa lưu gì: bạn xem lại, rồi bấm Lưu. Hoàn tác đưa về bản bạn đang sửa.`}
      </p>
    </div>
  )
}

type ClashChoiceProps = { clash: Clash; draft: Draft; theirs: boolean; onChoose: (theirs: boolean) => void }

function ClashChoice({ clash, draft, theirs, onChoose }: ClashChoiceProps) {
  const name = `${clash.sheet}/${clash.row}/${clash.kind === 'cell' ? clash.column : ''}`
  const [mine, other] = optionsOf(clash)
  return (
    <fieldset className={classes.clash}>
      <legend>{placeWords({ ...clash, column: clash.kind === 'cell' ? clash.column : '' }, draft)}</legend>
      <label>
        <input type="radio" name={name} checked={!theirs} onChange={() => onChoose(false)} />
        <span>{mine}</span>
      </label>
      <label>
        <input type="radio" name={name} checked={theirs} onChange={() => onChoose(true)} />
        <span>{other}</span>
      </label>
      {clash.kind === 'cell' && clash.before !== '' && <small>{t`Trước đó: ${clash.before}`}</small>}
    </fieldset>
  )
}

function optionsOf(clash: Clash): [mine: string, theirs: string] {
  const shown = (text: string) => text || t`(để trống)`
  if (clash.kind === 'cell') return [t`Của bạn: ${shown(clash.mine)}`, t`Của họ: ${shown(clash.theirs)}`]
  if (clash.removedBy === 'me') return [t`Giữ dòng, với thay đổi của họ`, t`Xóa dòng, như bạn đã làm`]
  return [t`Giữ dòng, với thay đổi của bạn`, t`Xóa dòng, như họ đã làm`]
}

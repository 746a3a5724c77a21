/** What to publish: choices, the decision behind them, the page as it will look, and the act itself. */

import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import type { PublicationsView } from '../../../shared/publication-types.ts'
import { Panel } from '../../shared/panel.tsx'
import { ReasonText } from '../../shared/reason-text.tsx'
import { t } from '../../words/t.ts'
import { CHOICES, EVERYTHING, hindranceOf, RESULTS_ONLY, withoutHindered } from './choice-words.ts'
import { PagePreview } from './page-preview.tsx'
import classes from './publication.module.css'
import { PublishForm } from './publish-form.tsx'
import { LEAST_REASON } from './withdraw-form.tsx'

type PublishPanelProps = { code: string; publications: PublicationsView; mayChange: boolean }

export function PublishPanel({ code, publications: { current, versions, url }, mayChange }: PublishPanelProps) {
  const [choices, setChoices] = useState(versions[0]?.choices ?? RESULTS_ONLY)
  const [reason, setReason] = useState('')
  const [looking, setLooking] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const everything = CHOICES.every(({ choice }) => choices[choice])
  const grounded = reason.trim().length >= LEAST_REASON
  const something = choices.points || choices.ranks || choices.classes
  return (
    <Panel title={current ? t`Công bố lại` : t`Công bố những gì`}>
      <fieldset className={classes.choices}>
        <legend>{t`Cho người dân xem`}</legend>
        {CHOICES.map(({ choice, name, shows }) => {
          const hindrance = hindranceOf(choice, choices)
          return (
            <Checkbox
              key={choice}
              label={name}
              description={hindrance ?? shows}
              checked={choices[choice]}
              disabled={!mayChange || hindrance !== undefined}
              onChange={(event) => setChoices(withoutHindered({ ...choices, [choice]: event.currentTarget.checked }))}
            />
          )
        })}
      </fieldset>
      {mayChange && !everything && (
        <Button className={classes.all} variant="default" size="xs" onClick={() => setChoices(EVERYTHING)}>
          {t`Chọn tất cả`}
        </Button>
      )}
      {!something && (
        <p className={classes.soft}>{t`Hãy chọn ít nhất một trong ba mục: xếp loại, xếp hạng, tổng điểm.`}</p>
      )}
      {mayChange && (
        <ReasonText
          label={t`Căn cứ công bố`}
          description={t`In ngay dưới tên trang. Ví dụ: Quyết định số 12/QĐ-UBND ngày 15/01/2025 của Chủ tịch UBND tỉnh.`}
          value={reason}
          onChange={setReason}
        />
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setLooking(!looking)} aria-expanded={looking} disabled={!something}>
          {looking ? t`Ẩn bản xem trước` : t`Xem trước trang`}
        </Button>
        {mayChange && (
          <Button
            onClick={() => setPublishing(true)}
            disabled={!something || !grounded}
            aria-describedby={grounded ? undefined : 'publish-hint'}
          >
            {current ? t`Công bố lại` : t`Công bố`}
          </Button>
        )}
      </div>
      {mayChange && !grounded && (
        <p id="publish-hint" className={classes.soft}>
          {t`Ghi căn cứ công bố (ít nhất ${LEAST_REASON} ký tự) để công bố.`}
        </p>
      )}
      {mayChange && (
        <p className={classes.soft}>{t`Công bố rồi vẫn công bố lại được với lựa chọn khác, hoặc gỡ xuống sau này.`}</p>
      )}
      {looking && something && <PagePreview code={code} choices={choices} reason={reason} />}
      <Modal opened={publishing} onClose={() => setPublishing(false)} title={t`Công bố kết quả`} size="lg">
        <PublishForm code={code} choices={choices} reason={reason} url={url} onDone={() => setPublishing(false)} />
      </Modal>
    </Panel>
  )
}

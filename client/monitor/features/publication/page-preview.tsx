/** The page as the public would see it, in a frame that runs nothing, as wide as a phone or a desk. */

import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { PublicationChoices } from '../../../shared/publication-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { t } from '../../words/t.ts'
import classes from './publication.module.css'
import { usePreview } from './publication-query.ts'

const TYPING_MS = 250

type PagePreviewProps = { code: string; choices: PublicationChoices; reason: string }

export function PagePreview({ code, choices, reason }: PagePreviewProps) {
  const [width, setWidth] = useState('desk')
  // Not for every key: the server makes a whole page each time.
  const [typed] = useDebouncedValue(reason, TYPING_MS)
  const { data, error } = usePreview(code, choices, typed)
  return (
    <div className={classes.preview}>
      <SegmentedControl
        className={classes.width!}
        value={width}
        onChange={setWidth}
        data={[
          { value: 'desk', label: t`Máy tính` },
          { value: 'phone', label: t`Điện thoại` },
        ]}
        aria-label={t`Bề rộng xem trước`}
      />
      <ErrorNote error={error} />
      {data && (
        <iframe
          className={classes.frame}
          data-width={width}
          title={t`Trang công bố, bản xem trước`}
          sandbox=""
          srcDoc={data.page}
        />
      )}
    </div>
  )
}

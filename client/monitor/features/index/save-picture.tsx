/** Saves the ranking as a picture for a report or a slide: always light, with its figures written out. */

import { Button } from '@mantine/core'
import type { IndexBlock, IndexDocument, IndexUnit } from '../../../shared/index-types.ts'
import { DownloadIcon } from '../../shared/icons.tsx'
import { saveBlob } from '../../shared/save-blob.ts'
import { t } from '../../words/t.ts'
import { drawRanking } from './draw-ranking.ts'

type SavePictureProps = { index: IndexDocument; block: IndexBlock; rows: IndexUnit[] }

export function SavePicture({ index, block, rows }: SavePictureProps) {
  const save = () =>
    drawRanking(index, block, rows).toBlob((picture) => {
      if (picture) saveBlob(picture, `chi-so-${index.campaign}-${block.code}.png`)
    })
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<DownloadIcon size={16} />}
      onClick={save}
      disabled={rows.length === 0}
    >
      {t`Lưu biểu đồ`}
    </Button>
  )
}

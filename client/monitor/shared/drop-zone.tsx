/** Drag a file here, or choose one; works by keyboard because it is a file input with its label. */

import { Loader } from '@mantine/core'
import { type DragEvent, useId, useState } from 'react'
import { t } from '../words/t.ts'
import classes from './drop-zone.module.css'
import { UploadIcon } from './icons.tsx'

/** `words`: what file is asked for. */
type DropZoneProps = { words: string; busy: boolean; onFile: (file: File) => void }

export function DropZone({ words, busy, onFile }: DropZoneProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className={classes.input}
        type="file"
        accept=".xlsx,.csv"
        disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      <label htmlFor={id} className={classes.label}>
        {busy ? <Loader size="sm" aria-hidden="true" /> : <UploadIcon size={26} />}
        <span className={classes.main}>{busy ? t`Đang đọc tệp…` : words}</span>
        <span className={classes.sub}>
          {busy ? t`Chưa nhập gì cả` : t`hoặc bấm để chọn tệp Excel (.xlsx) hay CSV; tệp được kiểm tra trước khi nhập`}
        </span>
      </label>
    </div>
  )
}

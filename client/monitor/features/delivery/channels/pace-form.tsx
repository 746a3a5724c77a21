/** The pace of a channel. An empty field means no limit. Typed values stay until saved, whatever is asked anew meanwhile. */

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ChannelBody, ChannelView } from '../../../../shared/delivery-types.ts'
import { CHANNELS_IN_WORDS } from '../../../shared/channel-names.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import page from '../../../shared/page.module.css'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import classes from './channels-page.module.css'

type Field = 'perMinute' | 'perDay' | 'parallel' | 'failureLimit'

const FIELDS: { field: Field; label: string; description: string; most: number; optional: boolean }[] = [
  {
    field: 'perMinute',
    label: t`Tin mỗi phút`,
    description: t`Để trống là không giới hạn.`,
    most: 100_000,
    optional: true,
  },
  {
    field: 'perDay',
    label: t`Tin mỗi ngày`,
    description: t`Để trống là không giới hạn.`,
    most: 1_000_000,
    optional: true,
  },
  { field: 'parallel', label: t`Gửi cùng lúc`, description: t`Từ 1 tới 50 tin.`, most: 50, optional: false },
  {
    field: 'failureLimit',
    label: t`Tự dừng khi lỗi`,
    description: t`Số tin lỗi trong 100 tin gần nhất.`,
    most: 100,
    optional: false,
  },
]

/** The limit with its unit. */
const failuresInWords = (limit: string): string => t`${limit.trim() || '…'} tin lỗi trong 100 tin gần nhất.`

const shown = (value: number | null): string => (value === null ? '' : String(value))

export function PaceForm({ code, channel, mayChange }: { code: string; channel: ChannelView; mayChange: boolean }) {
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({})
  const save = useChange<ChannelView>(code)
  const changed = FIELDS.filter(({ field }) => typed[field] !== undefined && typed[field] !== shown(channel[field]))
  const problems = Object.fromEntries(
    changed.flatMap(({ field, most, optional }) => {
      const text = typed[field]!.trim().replaceAll('.', '')
      if (text === '') return optional ? [] : [[field, t`Hãy ghi một số.`]]
      const value = Number(text)
      return Number.isInteger(value) && value >= 1 && value <= most
        ? []
        : [[field, t`Từ 1 tới ${most.toLocaleString('vi-VN')}.`]]
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const json: ChannelBody = Object.fromEntries(
      changed.map(({ field }) => {
        const text = typed[field]!.trim().replaceAll('.', '')
        return [field, text === '' ? null : Number(text)]
      }),
    )
    save.mutate(
      { path: `/api/sending/channels/${channel.channel}`, method: 'PATCH', json },
      { onSuccess: () => setTyped({}) },
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <fieldset className={classes.pace} disabled={!mayChange}>
        <legend>{t`Nhịp gửi qua ${CHANNELS_IN_WORDS[channel.channel]}`}</legend>
        {FIELDS.map(({ field, label, description, optional }) => (
          <TextInput
            key={field}
            label={label}
            description={
              field === 'failureLimit' ? failuresInWords(typed[field] ?? shown(channel[field])) : description
            }
            inputMode="numeric"
            autoComplete="off"
            readOnly={!mayChange}
            placeholder={optional ? t`không giới hạn` : undefined}
            value={typed[field] ?? shown(channel[field])}
            error={problems[field]}
            onChange={(event) => {
              save.reset()
              setTyped({ ...typed, [field]: event.currentTarget.value })
            }}
          />
        ))}
        {save.error !== null && (
          <div className={classes.wide}>
            <ErrorNote error={save.error} />
          </div>
        )}
        {mayChange && (
          <div className={classes.buttons}>
            {save.isSuccess && changed.length === 0 && (
              <span role="status" className={page.small}>
                {t`Đã lưu. Nhịp mới có hiệu lực ngay.`}
              </span>
            )}
            <Button
              type="submit"
              variant="default"
              loading={save.isPending}
              disabled={changed.length === 0 || Object.keys(problems).length > 0}
            >
              {t`Lưu nhịp gửi`}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}

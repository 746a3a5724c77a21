/** Whom a wave reaches, with how many messages, until when: the preview before anything is sent. */

import type { ChannelName } from '../../../shared/api-types.ts'
import type { AudienceView, PreviewView } from '../../../shared/delivery-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { WarnIcon } from '../../shared/icons.tsx'
import { t } from '../../words/t.ts'
import classes from './audience-note.module.css'

const SKIPPED: [keyof AudienceView['skipped'], string][] = [
  ['answered', t`Bỏ qua vì đã trả lời`],
  ['optedOut', t`Bỏ qua vì đã từ chối nhận tin`],
  ['noAddress', t`Bỏ qua vì không có địa chỉ`],
  ['unreachable', t`Bỏ qua vì thư bị trả lại hoặc số không dùng Zalo`],
  ['invited', t`Bỏ qua vì đã được mời ở lượt trước`],
  ['limit', t`Bỏ qua vì đã nhận đủ số tin cho phép`],
  ['waiting', t`Bỏ qua vì tin trước vừa đi hoặc còn đang chờ gửi`],
]

/** `1.574 người: 1.500 thư, 74 tin Zalo`. */
export function audienceWords({ people, messages }: AudienceView): string {
  const parts = [
    messages.email > 0 && t`${formatCount(messages.email)} thư`,
    messages.zalo > 0 && t`${formatCount(messages.zalo)} tin Zalo`,
  ].filter(Boolean)
  return parts.length > 0 ? t`${formatCount(people)} người: ${parts.join(', ')}` : t`${formatCount(people)} người`
}

/** What an address of the wave's only channel failed of; over several it may be either. */
const UNREACHABLE: Record<ChannelName, string> = {
  email: t`Bỏ qua vì thư bị trả lại`,
  zalo: t`Bỏ qua vì số không dùng Zalo`,
}

type SkippedProps = { skipped: Partial<AudienceView['skipped']>; channels?: ChannelName[] | undefined }

export function Skipped({ skipped, channels = [] }: SkippedProps) {
  const [only, ...others] = channels
  const shown = SKIPPED.filter(([reason]) => (skipped[reason] ?? 0) > 0).map(
    ([reason, words]): [typeof reason, string] => [
      reason,
      reason === 'unreachable' && only && others.length === 0 ? UNREACHABLE[only] : words,
    ],
  )
  if (shown.length === 0) return null
  return (
    <dl className={classes.skipped}>
      {shown.map(([reason, words]) => [
        <dt key={reason}>{words}</dt>,
        <dd key={`${reason}-count`}>{t`${formatCount(skipped[reason] ?? 0)} người`}</dd>,
      ])}
    </dl>
  )
}

/** The estimate's own sentences, one a line. */
export function EstimateWords({ estimate }: { estimate: PreviewView['estimate'] }) {
  if (!estimate.words) return null
  return (
    <div className={classes.words} data-warn={estimate.warning || undefined}>
      {estimate.warning && <WarnIcon />}
      <div>
        {estimate.words.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}

type AudienceNoteProps = {
  audience: AudienceView
  estimate: PreviewView['estimate'] | null
  channels: ChannelName[]
}

export function AudienceNote({ audience, estimate, channels }: AudienceNoteProps) {
  return (
    <div className={classes.note}>
      {estimate ? (
        <EstimateWords estimate={estimate} />
      ) : (
        <p className={classes.count}>
          {audience.people > 0 ? t`Sẽ gửi cho ${audienceWords(audience)}.` : t`Không có ai để gửi.`}
        </p>
      )}
      <Skipped skipped={audience.skipped} channels={channels} />
    </div>
  )
}

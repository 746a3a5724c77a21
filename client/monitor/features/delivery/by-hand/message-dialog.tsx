/**
 * The words and the personal link of one person, to paste into a chat; then the mark that it was handed over. The look
 * itself is in the audit log, so the message is asked for once, when the dialog opens.
 */

import { Button, Modal, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ByHandPerson, HandedView, HandMessageView, How } from '../../../../shared/delivery-types.ts'
import form from '../../../shared/act-form.module.css'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { CopyButton } from '../../../shared/copy-button.tsx'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { request } from '../../../shared/request.ts'
import { t } from '../../../words/t.ts'
import { Note } from '../note.tsx'
import { useChange } from '../use-change.ts'
import classes from './by-hand-page.module.css'

const MARKS: [How, string][] = [
  ['zalo-chat', t`Đã nhắn Zalo`],
  ['paper', t`Đã đưa giấy`],
  ['other', t`Đã gửi cách khác`],
]

type MessageDialogProps = { code: string; person: ByHandPerson; opened: boolean; onClose: () => void }

export function MessageDialog({ opened, onClose, ...given }: MessageDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Gửi tay cho ${given.person.name}`} size="lg">
      <Message {...given} onClose={onClose} />
    </Modal>
  )
}

function Message({ code, person, onClose }: Omit<MessageDialogProps, 'opened'>) {
  const path = campaignPath(code, `/by-hand/${encodeURIComponent(person.id)}`)
  const message = useQuery({
    queryKey: ['hand-message', code, person.id],
    queryFn: ({ signal }) => request<HandMessageView>(`${path}/message`, { method: 'POST', json: {}, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const mark = useChange<HandedView>(code)
  if (!message.data) {
    return message.error ? (
      <ErrorNote error={message.error} onRetry={() => void message.refetch()} />
    ) : (
      <p role="status">{t`Đang lấy lời nhắn…`}</p>
    )
  }
  const { text, chatUrl, optedOut } = message.data
  return (
    <div className={form.form}>
      {optedOut && <Note warn>{t`Người này đã từ chối nhận tin. Chỉ đưa đường dẫn khi người đó tự hỏi.`}</Note>}
      <p className={form.soft}>{t`Đường dẫn trong lời nhắn chỉ của người này; đừng gửi vào nhóm chung.`}</p>
      <Textarea className={classes.message} label={t`Lời nhắn`} readOnly autosize minRows={8} value={text} />
      <div className={classes.mark}>
        <CopyButton text={() => text} words={t`Sao chép lời nhắn`} size="sm" />
        {chatUrl ? (
          <Button component="a" href={chatUrl} target="_blank" rel="noreferrer" variant="default">
            {t`Mở Zalo của người này`}
          </Button>
        ) : (
          <p className={form.soft}>{t`Không có số điện thoại để mở Zalo.`}</p>
        )}
      </div>
      <p>{t`Gửi xong, hãy đánh dấu để người khác không gửi lại:`}</p>
      <ErrorNote error={mark.error} />
      <div className={classes.mark}>
        {MARKS.map(([how, words], place) => (
          <Button
            key={how}
            variant={place === 0 ? 'filled' : 'default'}
            loading={mark.isPending && (mark.variables.json as { how: How }).how === how}
            disabled={mark.isPending}
            onClick={() => mark.mutate({ path: `${path}/handed`, json: { how } }, { onSuccess: onClose })}
          >
            {words}
          </Button>
        ))}
      </div>
    </div>
  )
}

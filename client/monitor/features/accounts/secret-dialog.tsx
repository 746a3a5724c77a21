/** A secret, shown once: it is kept nowhere in a form that could be shown again. */
import { Button, Group, Modal } from '@mantine/core'
import act from '../../shared/act-form.module.css'
import { CopyButton } from '../../shared/copy-button.tsx'
import { t } from '../../words/t.ts'
import classes from './programs-page.module.css'

/** `parts`: what it is called, and the text itself. */
type SecretDialogProps = { title: string; parts: { name: string; text: string }[]; onClose: () => void }

export function SecretDialog({ title, parts, onClose }: SecretDialogProps) {
  const text = parts.map(({ name, text: part }) => `${name}: ${part}`).join('\n')
  return (
    <Modal opened onClose={onClose} withCloseButton={false} closeOnEscape={false} title={title} size="lg">
      <div className={act.form}>
        <p>{t`Hãy chép ngay vào cấu hình của phần mềm kia. Đóng hộp này là không xem lại được; mất thì đăng ký lại.`}</p>
        <dl className={classes.secret}>
          {parts.map(({ name, text: part }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{part}</code>
              </dd>
            </div>
          ))}
        </dl>
        <Group justify="space-between">
          <CopyButton text={() => text} words={t`Sao chép`} size="sm" />
          <Button onClick={onClose}>{t`Tôi đã chép`}</Button>
        </Group>
      </div>
    </Modal>
  )
}

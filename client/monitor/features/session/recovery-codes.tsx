/** Recovery codes, shown once, and put away before anything else: copied, or kept as a file. */
import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../../shared/copy-button.tsx'
import { DownloadIcon } from '../../shared/icons.tsx'
import { t } from '../../words/t.ts'
import classes from './recovery-codes.module.css'

type RecoveryCodesProps = { codes: string[]; email: string; onDone: () => void }

export function RecoveryCodes({ codes, email, onDone }: RecoveryCodesProps) {
  const [kept, setKept] = useState(false)
  const text = [t`Mã khôi phục của ${email}, mỗi mã dùng một lần:`, '', ...codes, ''].join('\r\n')
  return (
    <section className={classes.box} aria-label={t`Mã khôi phục`}>
      <p>
        {t`Mất điện thoại, bạn vào bằng một trong mười mã này, mỗi mã một lần. Hãy cất ở nơi không phải điện thoại: in ra hoặc lưu vào chỗ an toàn. Sẽ không xem lại được.`}
      </p>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap={8}>
        <CopyButton text={() => codes.join('\n')} words={t`Sao chép`} size="sm" />
        <Button
          component="a"
          variant="default"
          size="sm"
          leftSection={<DownloadIcon size={16} />}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="ma-khoi-phuc.txt"
        >
          {t`Lưu thành tệp`}
        </Button>
      </Group>
      <Checkbox
        label={t`Tôi đã cất các mã này`}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button disabled={!kept} onClick={onDone}>
        {t`Tiếp tục`}
      </Button>
    </section>
  )
}

/** The password, then the code of the new telephone, then the recovery codes, in one dialog. */
import { Button, Group, Modal, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { PendingFactorView, RecoveryCodesView } from '../../../shared/account-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'
import { CodeField } from '../session/code-field.tsx'
import { RecoveryCodes } from '../session/recovery-codes.tsx'
import { SecondFactorSetup } from '../session/second-factor-setup.tsx'
import classes from './account-page.module.css'

type FactorDialogProps = { what: 'factor' | 'codes'; email: string; onClose: () => void }
const post = <T,>(path: string, json: object) => request<T>(path, { method: 'POST', json })

export function FactorDialog({ what, email, onClose }: FactorDialogProps) {
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [pending, setPending] = useState<PendingFactorView | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const step = useSingleMutation({
    mutationFn: async () => {
      if (what === 'factor' && !pending) {
        return setPending(await post<PendingFactorView>('/api/account/second-factor', { password }))
      }
      const made = pending
        ? await post<RecoveryCodesView>('/api/account/second-factor/confirm', { ticket: pending.ticket, code })
        : await post<RecoveryCodesView>('/api/account/recovery-codes', { password })
      setCodes(made.recoveryCodes)
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const title = what === 'factor' ? t`Xác thực hai lớp` : t`Tạo mã khôi phục mới`
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      // The codes are never shown again: only the box that says they are put away closes it.
      closeOnEscape={!codes}
      withCloseButton={!codes}
    >
      {codes ? (
        <RecoveryCodes codes={codes} email={email} onDone={onClose} />
      ) : (
        <StepForm step={step} onCancel={onClose}>
          {pending ? (
            <>
              <SecondFactorSetup secret={pending.secret} uri={pending.otpauthUri} />
              <CodeField value={code} onChange={setCode} />
            </>
          ) : (
            <>
              <p className={classes.soft}>
                {what === 'factor'
                  ? t`Hãy gõ mật khẩu để chắc rằng đó là bạn. Điện thoại và mã khôi phục đang dùng vẫn còn hiệu lực cho tới khi điện thoại mới được xác nhận.`
                  : t`Hãy gõ mật khẩu để chắc rằng đó là bạn. Các mã khôi phục cũ mất hiệu lực.`}
              </p>
              <PasswordInput
                label={t`Mật khẩu`}
                autoComplete="current-password"
                required
                withAsterisk={false}
                data-autofocus
                maxLength={200}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
              />
            </>
          )}
        </StepForm>
      )}
    </Modal>
  )
}

type Step = { mutate: () => void; isPending: boolean; error: unknown }
type StepFormProps = { step: Step; onCancel: () => void; children: ReactNode }

function StepForm({ step, onCancel, children }: StepFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    step.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {children}
      <ErrorNote error={step.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} disabled={step.isPending}>
          {t`Hủy`}
        </Button>
        <Button type="submit" loading={step.isPending}>
          {t`Tiếp tục`}
        </Button>
      </Group>
    </form>
  )
}

/** Over the page, so that nothing typed is lost; what was under way goes on after signing in. */

import { Button, Modal } from '@mantine/core'
import { signedOut } from '../../shared/session-store.ts'
import { t } from '../../words/t.ts'
import classes from './sign-in.module.css'
import { SignInForm } from './sign-in-form.tsx'

export function ExpiredDialog({ email }: { email: string }) {
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      title={t`Phiên làm việc đã hết`}
      zIndex={500}
    >
      <p
        className={classes.expired}
      >{t`Hãy đăng nhập lại. Những gì bạn đang làm vẫn còn nguyên và sẽ được tiếp tục.`}</p>
      <SignInForm email={email} />
      <Button variant="subtle" fullWidth mt={8} onClick={signedOut}>
        {t`Đăng nhập bằng tài khoản khác`}
      </Button>
    </Modal>
  )
}

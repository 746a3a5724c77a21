/** What is registered here: a form on one line, with the refusal below it. */
import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorNote } from '../../shared/error-note.tsx'
import { t } from '../../words/t.ts'
import classes from './programs-page.module.css'

type RegisterFormProps = {
  make: { isPending: boolean; error: unknown }
  onSubmit: () => void
  children: ReactNode
}

export function RegisterForm({ make, onSubmit, children }: RegisterFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <>
      <form className={classes.form} onSubmit={submit}>
        {children}
        <Button type="submit" loading={make.isPending}>
          {t`Đăng ký`}
        </Button>
      </form>
      {make.error !== null && (
        <div className={classes.note}>
          <ErrorNote error={make.error} />
        </div>
      )}
    </>
  )
}

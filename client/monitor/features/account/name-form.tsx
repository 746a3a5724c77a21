/** How one is called; asked for where there is no name yet, as for the account that an installation begins with. */
import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ErrorNote } from '../../shared/error-note.tsx'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'
import classes from './account-page.module.css'

export function NameForm({ name }: { name: string }) {
  const client = useQueryClient()
  const [typed, setTyped] = useState(name)
  const save = useSingleMutation({
    mutationFn: () => request<void>('/api/account/name', { method: 'PUT', json: { name: typed } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['account'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t`Họ và tên`}
        description={name ? null : t`Chưa có tên. Hãy ghi tên để đồng nghiệp nhận ra bạn trong danh sách tài khoản.`}
        autoComplete="name"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ErrorNote error={save.error} />
      <Button type="submit" variant="default" loading={save.isPending} disabled={['', name].includes(typed.trim())}>
        {t`Lưu tên`}
      </Button>
    </form>
  )
}

/** Takes a program or a listener away, after saying what stops with it. */
import { Modal } from '@mantine/core'
import act from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { useAdminChange } from './accounts-queries.ts'

type RemoveDialogProps = {
  title: string
  what: string
  consequence: string
  word: string
  path: string
  onClose: () => void
}

export function RemoveDialog({ title, what, consequence, word, path, onClose }: RemoveDialogProps) {
  const remove = useAdminChange()
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <ActForm
        submit={title}
        busy={remove.isPending}
        error={remove.error}
        word={word}
        irreversible={[consequence]}
        onSubmit={() => remove.mutate({ path, method: 'DELETE' }, { onSuccess: onClose })}
        onCancel={onClose}
      >
        <p className={act.big}>
          <b>{what}</b>
        </p>
      </ActForm>
    </Modal>
  )
}

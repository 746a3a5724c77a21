/** Work that was not saved the last time, offered again. Nothing can be edited before that is decided, so that neither is lost. */
import { Button, Group } from '@mantine/core'
import { formatMoment } from '../../../../shared/format-vi.ts'
import { t } from '../../../words/t.ts'
import { useSetup } from '../state/setup-context.ts'
import classes from './save.module.css'

export function KeptNote() {
  const { kept, base, frozen, takeKept, dropKept } = useSetup()
  if (!kept || frozen) return null
  return (
    <section className={classes.kept} aria-label={t`Thay đổi chưa lưu`}>
      <p>
        <b>{t`Bạn có thay đổi chưa lưu từ ${formatMoment(kept.at)}.`}</b>{' '}
        {kept.version !== base.version &&
          t`Từ đó đã có bản ${base.version} được lưu; hai bên sẽ được ghép lại và chỗ khác nhau được hỏi bạn.`}
      </p>
      <Group gap={8}>
        <Button size="xs" onClick={takeKept}>
          {t`Làm tiếp`}
        </Button>
        <Button size="xs" variant="default" onClick={dropKept}>
          {t`Bỏ thay đổi đó`}
        </Button>
      </Group>
    </section>
  )
}

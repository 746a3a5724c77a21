/** The form of remind-units-form.tsx in a dialog. Not needed at first sight: load it with `late` (shared/late.tsx). */
import { Modal } from '@mantine/core'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { t } from '../../words/t.ts'
import { RemindUnitsForm, type RemindUnitsProps } from './remind-units-form.tsx'

/**
 * `units` may stay while the dialog fades. Opened anew it starts anew. For an open campaign whose invitation has gone out
 * (the same as for the act "remind": next-action.ts).
 */
type RemindUnitsDialogProps = {
  campaign: CampaignDetail
  units: RemindUnitsProps['units']
  opened: boolean
  onClose: () => void
}

export function RemindUnitsDialog({ campaign, units, opened, onClose }: RemindUnitsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Nhắc người chưa trả lời`} size="lg">
      <RemindUnitsForm campaign={campaign} units={units} onDone={onClose} />
    </Modal>
  )
}

/** One dialog for the acts of a campaign; each act has its own content. */
import { Modal } from '@mantine/core'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { ActContent } from './act-content.tsx'
import { ACT_NAMES, type Act } from './next-action.ts'

/** `act` stays while the dialog fades, so that it does not empty before it is gone. */
type ActDialogProps = { campaign: CampaignDetail; act: Act | null; opened: boolean; onClose: () => void }

export function ActDialog({ campaign, act, opened, onClose }: ActDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={act && ACT_NAMES[act]} size="lg">
      {act && <ActContent campaign={campaign} act={act} onDone={onClose} />}
    </Modal>
  )
}

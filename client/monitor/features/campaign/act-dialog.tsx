/** One dialog for the acts of a campaign; each act has its own content. */
import { Modal } from '@mantine/core'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { CloseForm } from './close-form.tsx'
import { FinalizeForm } from './finalize-form.tsx'
import { ACT_NAMES, type Act } from './next-action.ts'
import { OpenForm } from './open-form.tsx'
import { PauseForm } from './pause-form.tsx'
import { SendForm } from './send-form.tsx'

/** `act` stays while the dialog fades, so that it does not empty before it is gone. */
type ActDialogProps = { campaign: CampaignDetail; act: Act | null; opened: boolean; onClose: () => void }

export function ActDialog({ campaign, act, opened, onClose }: ActDialogProps) {
  const form = { campaign, onDone: onClose }
  return (
    <Modal opened={opened} onClose={onClose} title={act && ACT_NAMES[act]} size="lg">
      {act === 'open' && <OpenForm {...form} />}
      {act === 'invite' && <SendForm {...form} kind="invitation" />}
      {act === 'remind' && <SendForm {...form} kind="reminder" />}
      {(act === 'pause' || act === 'resume') && <PauseForm {...form} act={act} />}
      {act === 'close' && <CloseForm {...form} />}
      {act === 'finalize' && <FinalizeForm {...form} />}
    </Modal>
  )
}

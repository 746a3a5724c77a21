/** One dialog for the acts of a campaign; each act has its own content. */
import { Modal } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { CloseForm } from './close-form.tsx'
import { FinalizeForm } from './finalize-form.tsx'
import { ACT_NAMES, type Act } from './next-action.ts'
import { OpenForm } from './open-form.tsx'
import { PauseForm } from './pause-form.tsx'

/** Its preview is shared with the plan's screens and comes with them: the first load has a budget. */
const loadSendForm = async () => ({ default: (await import('./send-form.tsx')).SendForm })
const SendForm = lazy(loadSendForm)

/** `act` stays while the dialog fades, so that it does not empty before it is gone. */
type ActDialogProps = { campaign: CampaignDetail; act: Act | null; opened: boolean; onClose: () => void }

export function ActDialog({ campaign, act, opened, onClose }: ActDialogProps) {
  const form = { campaign, onDone: onClose }
  // Fetched while the network is there, so that it opens at once when it is wanted.
  useEffect(() => void loadSendForm().catch(() => undefined), [])
  return (
    <Modal opened={opened} onClose={onClose} title={act && ACT_NAMES[act]} size="lg">
      {act === 'open' && <OpenForm {...form} />}
      {(act === 'invite' || act === 'remind') && (
        <Suspense fallback={<PageLoading />}>
          <SendForm {...form} kind={act === 'invite' ? 'invitation' : 'reminder'} />
        </Suspense>
      )}
      {(act === 'pause' || act === 'resume') && <PauseForm {...form} act={act} />}
      {act === 'close' && <CloseForm {...form} />}
      {act === 'finalize' && <FinalizeForm {...form} />}
    </Modal>
  )
}

/** One dialog for the acts of a campaign; each act has its own content. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { ACT_NAMES, type Act } from './next-action.ts'

/**
 * Nobody acts at first sight, and the first load has a budget: the contents follow it. They are there before the dialog
 * opens, so that it puts the focus into them, as it cannot with what React loads while it opens.
 */
const CONTENT = {
  queryKey: ['act-content'],
  queryFn: async () => (await import('./act-content.tsx')).ActContent,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
}

/** `act` stays while the dialog fades, so that it does not empty before it is gone. */
type ActDialogProps = { campaign: CampaignDetail; act: Act | null; opened: boolean; onClose: () => void }

export function ActDialog({ campaign, act, opened, onClose }: ActDialogProps) {
  const { data: ActContent, error, isFetching, refetch } = useQuery(CONTENT)
  return (
    <Modal opened={opened} onClose={onClose} title={act && ACT_NAMES[act]} size="lg">
      {act && ActContent && <ActContent campaign={campaign} act={act} onDone={onClose} />}
      {!ActContent &&
        (error && !isFetching ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <PageLoading />)}
    </Modal>
  )
}

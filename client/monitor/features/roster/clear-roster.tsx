/** Takes everybody off a draft's list, for the officer who imported the wrong file; says first how many. */

import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'

type ClearRosterProps = { campaign: CampaignDetail; onCleared: (removed: number) => void }

export function ClearRoster({ campaign: { code, rosterCount }, onCleared }: ClearRosterProps) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const clear = useSingleMutation({
    mutationFn: () => request<{ removed: number }>(campaignPath(code, '/roster'), { method: 'DELETE' }),
    onSuccess: ({ removed }) => {
      setAsking(false)
      onCleared(removed)
    },
    onSettled: () => refreshCampaign(client, code),
  })
  const ask = () => {
    clear.reset()
    setAsking(true)
  }
  const people = formatCount(rosterCount.respondents)
  return (
    <>
      {rosterCount.respondents > 0 && (
        <Button variant="subtle" color="gray" onClick={ask}>
          {t`Xóa danh sách`}
        </Button>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t`Xóa danh sách`} size="lg">
        <ActForm
          submit={t`Xóa ${people} người`}
          busy={clear.isPending}
          error={clear.error}
          onSubmit={() => clear.mutate()}
          onCancel={() => setAsking(false)}
          word={t`xóa`}
          irreversible={[t`Danh sách đã xóa không lấy lại được; muốn có lại thì phải nhập lại từ tệp.`]}
        >
          <p className={classes.big}>
            <b>{t`${people} người`}</b>
            {t` với `}
            <b>{t`${formatCount(rosterCount.invitations)} phiếu`}</b>
            {t` sẽ bị bỏ khỏi danh sách của đợt điều tra này.`}
          </p>
          <p className={classes.soft}>{t`Chưa ai nhận được tin nhắn nào, và tệp trên máy của bạn vẫn còn nguyên.`}</p>
          <p className={classes.soft}>{t`Ai đã rút lại sự đồng ý thì vẫn ở lại, để tệp sau không mời lại họ.`}</p>
        </ActForm>
      </Modal>
    </>
  )
}

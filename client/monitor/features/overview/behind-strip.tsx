/** Which units have fewer answers than an even pace asks for by now, and the way to remind them. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CampaignDetail, UnitProgress } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { WarnIcon } from '../../shared/icons.tsx'
import { late } from '../../shared/late.tsx'
import { t } from '../../words/t.ts'
import classes from './behind-strip.module.css'
import { useMayRemind } from './use-may-remind.ts'

const NAMED = 4

const RemindUnitsDialog = late(
  'remind-units',
  async () => (await import('../campaign/remind-units-dialog.tsx')).RemindUnitsDialog,
  ({ opened }) => opened,
)

type BehindStripProps = { campaign: CampaignDetail; units: UnitProgress[]; wall: boolean }

export function BehindStrip({ campaign, units, wall }: BehindStripProps) {
  const mayRemind = useMayRemind(campaign) && !wall
  const [opened, setOpened] = useState(false)
  if (units.length === 0 && !opened) return null
  const names = units.slice(0, NAMED).map(({ name }) => name)
  const more = units.length - names.length
  return (
    <section className={classes.strip} aria-label={t`Đơn vị chậm hơn tiến độ đều từng ngày`}>
      <WarnIcon />
      <p className={classes.words}>
        <b>{t`${formatCount(units.length)} đơn vị chậm hơn tiến độ đều từng ngày`}</b>: {names.join('; ')}
        {more > 0 && t` và ${formatCount(more)} đơn vị khác`}.
      </p>
      {mayRemind && (
        <>
          <Button variant="default" size="xs" onClick={() => setOpened(true)}>
            {t`Nhắc các đơn vị này`}
          </Button>
          <RemindUnitsDialog campaign={campaign} units={units} opened={opened} onClose={() => setOpened(false)} />
        </>
      )}
    </section>
  )
}

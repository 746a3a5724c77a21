/** Gửi phiếu: its six views, each with an address of its own. */

import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'
import { t } from '../../words/t.ts'
import { OutboxNote } from './outbox-note.tsx'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/delivery', name: t`Tình hình` },
  { to: '/campaigns/$code/delivery/plan', name: t`Kế hoạch` },
  { to: '/campaigns/$code/delivery/channels', name: t`Kênh gửi` },
  { to: '/campaigns/$code/delivery/people', name: t`Tìm người` },
  { to: '/campaigns/$code/delivery/by-hand', name: t`Gửi tay` },
  { to: '/campaigns/$code/delivery/templates', name: t`Lời thư` },
]

export const DeliveryLayout = () => <TabLayout title={t`Gửi phiếu`} views={VIEWS} note={<OutboxNote />} />

/** Gửi phiếu: its six views, each with an address of its own. */
import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'
import { OutboxNote } from './outbox-note.tsx'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/delivery', name: 'Tình hình' },
  { to: '/campaigns/$code/delivery/plan', name: 'Kế hoạch' },
  { to: '/campaigns/$code/delivery/channels', name: 'Kênh gửi' },
  { to: '/campaigns/$code/delivery/people', name: 'Tìm người' },
  { to: '/campaigns/$code/delivery/by-hand', name: 'Gửi tay' },
  { to: '/campaigns/$code/delivery/templates', name: 'Lời thư' },
]

export const DeliveryLayout = () => <TabLayout title="Gửi phiếu" views={VIEWS} note={<OutboxNote />} />

/** Gửi phiếu: every wave, and where its messages stand. */
import { useParams } from '@tanstack/react-router'
import type { ChannelName, DeliveryCounts, Wave } from '../../../shared/api-types.ts'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { useCampaign, useProgress } from '../../shared/campaign-queries.ts'
import { CHANNEL_NAMES, channelName, DELIVERY_STATE_NAMES } from '../../shared/channel-names.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import page from '../../shared/page.module.css'
import { Panel } from '../../shared/panel.tsx'
import classes from './delivery-page.module.css'

const STATES = Object.keys(DELIVERY_STATE_NAMES) as (keyof DeliveryCounts)[]

const STATE_NOTES: Partial<Record<keyof DeliveryCounts, string>> = {
  failed: 'Địa chỉ sai hoặc bị từ chối. Kênh còn lại, nếu có địa chỉ, vẫn được gửi.',
  unknown: 'Máy gửi tin ngắt giữa chừng. Hệ thống không tự gửi lại để không ai nhận hai lần.',
}

export function DeliveryPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const campaign = useCampaign(code).data!
  const progress = useProgress(code)
  return (
    <div className={page.stack}>
      <div>
        <h2 className={page.title}>Gửi phiếu</h2>
        <p className={page.lead}>
          {campaign.waves.length === 0
            ? 'Chưa gửi lượt nào. Mở đợt điều tra rồi gửi lượt mời; sau đó chỉ nhắc người chưa trả lời.'
            : 'Mỗi người có một đường dẫn riêng, dùng chung cho mọi kênh và mọi lượt nhắc.'}
        </p>
      </div>
      {campaign.outbox && (
        <p className={classes.outbox}>
          Hệ thống đang chạy thử: tin nằm trong hộp thư dựng sẵn, không gửi ra ngoài.{' '}
          <a href="/dev/outbox" target="_blank" rel="noreferrer">
            Xem hộp thư
          </a>
        </p>
      )}
      {campaign.waves.length > 0 && <Waves waves={campaign.waves} />}
      <ErrorNote error={progress.error} onRetry={() => void progress.refetch()} />
      {progress.data && campaign.waves.length > 0 && <States deliveries={progress.data.deliveries} />}
    </div>
  )
}

function Waves({ waves }: { waves: Wave[] }) {
  return (
    <Panel flush title="Các lượt">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label="Các lượt gửi">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Lượt</th>
              <th scope="col">Kênh</th>
              <th scope="col">Bắt đầu gửi</th>
              <th scope="col">Số tin</th>
            </tr>
          </thead>
          <tbody>
            {waves.map(({ wave, kind, channels, startsAt, deliveries }) => (
              <tr key={wave}>
                <th scope="row">
                  {wave}. {kind === 'invitation' ? 'Lượt mời' : 'Lượt nhắc'}
                </th>
                <td>{channels.map((channel) => channelName(channel)).join(', ')}</td>
                <td>{formatMoment(startsAt)}</td>
                <td>{formatCount(deliveries)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

function States({ deliveries }: { deliveries: Partial<Record<ChannelName, DeliveryCounts>> }) {
  const channels = Object.entries(deliveries) as [ChannelName, DeliveryCounts][]
  return (
    <Panel flush title="Tin theo trạng thái">
      <table className={`${classes.table} ${classes.numbers}`}>
        <thead>
          <tr>
            <th scope="col">Trạng thái</th>
            {channels.map(([name]) => (
              <th key={name} scope="col">
                {CHANNEL_NAMES[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STATES.map((state) => (
            <tr key={state}>
              <th scope="row">
                {DELIVERY_STATE_NAMES[state]}
                {STATE_NOTES[state] && channels.some(([, counts]) => counts[state] > 0) && (
                  <small>{STATE_NOTES[state]}</small>
                )}
              </th>
              {channels.map(([name, counts]) => (
                <td key={name}>{formatCount(counts[state])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

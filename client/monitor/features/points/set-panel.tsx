/** One kind of points: how much of it is there, the version that counts, templates, and the importer when it is asked for. */

import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { BroughtHead } from '../../shared/brought-head.tsx'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { DownloadIcon, UploadIcon } from '../../shared/icons.tsx'
import { Panel } from '../../shared/panel.tsx'
import { RateBar } from '../../shared/rate-bar.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import { type SetCard, setSearch } from './set-cards.ts'
import { SetImporter } from './set-importer.tsx'
import classes from './set-panel.module.css'
import { SetVersions } from './set-versions.tsx'

type SetPanelProps = { code: string; card: SetCard; mayImport: boolean }

export function SetPanel({ code, card, mayImport }: SetPanelProps) {
  const [importing, setImporting] = useState(false)
  const { title, about, versions } = card
  const newest = versions[0]
  return (
    <Panel label={title}>
      <BroughtHead title={title} state={<State card={card} />} about={about}>
        <div className={classes.counts}>
          <p>
            <b>{formatCount(card.filled)}</b>
            {t`/${formatCount(card.leaves)} ô điểm`}
            <small>{t`${formatCount(card.units)} đơn vị`}</small>
          </p>
          <RateBar answered={card.filled} invited={card.leaves} thick />
        </div>
        <div className={classes.acts}>
          <Templates code={code} card={card} />
          {mayImport && (
            <Button
              variant="default"
              leftSection={<UploadIcon size={16} />}
              aria-expanded={importing}
              onClick={() => setImporting(!importing)}
            >
              {importing ? t`Thôi nhập` : t`Nhập tệp`}
              <VisuallyHidden> {title}</VisuallyHidden>
            </Button>
          )}
        </div>
      </BroughtHead>
      {newest && (
        <p className={classes.newest}>
          {t`Bản ${newest.version}, ${newest.actor} nhập lúc ${formatMoment(newest.at)}: “${newest.reason}”`}
        </p>
      )}
      {importing && mayImport && <SetImporter code={code} card={card} />}
      {versions.length > 0 && <SetVersions code={code} versions={versions} />}
    </Panel>
  )
}

function State({ card: { state, current, key } }: { card: SetCard }) {
  if (state === 'none') return <StatePill tone="waiting" words={key.round === 2 ? t`Không bắt buộc` : t`Chưa có`} />
  if (state === 'part') return <StatePill tone="warn" words={t`Còn thiếu`} />
  if (key.kind === 'self') return <StatePill tone="done" words={t`Đủ`} />
  return current ? (
    <StatePill tone="good" words={t`Đủ, đang tính`} />
  ) : (
    <StatePill tone="done" words={t`Đã có bản thay`} />
  )
}

const TEMPLATES = [
  { kind: 'xlsx', filled: false, name: t`Mẫu Excel trống` },
  { kind: 'xlsx', filled: true, name: t`Mẫu Excel kèm điểm đang có` },
  { kind: 'csv', filled: false, name: t`Mẫu CSV trống` },
  { kind: 'csv', filled: true, name: t`Mẫu CSV kèm điểm đang có` },
]

function Templates({ code, card }: { code: string; card: SetCard }) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<DownloadIcon size={16} />}>
          {t`Tải mẫu`}
          <VisuallyHidden> {card.title}</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TEMPLATES.map(({ kind, filled, name }) => (
          <Menu.Item
            key={name}
            component="a"
            href={campaignPath(code, `/points/template.${kind}?${setSearch(card.key, { filled: String(filled) })}`)}
            download
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

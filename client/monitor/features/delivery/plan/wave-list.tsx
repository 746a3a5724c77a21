import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PlanView, WaveAct } from '../../../../shared/delivery-types.ts'
import { formatCount, formatMoment } from '../../../../shared/format-vi.ts'
import { Panel } from '../../../shared/panel.tsx'
import { StatePill, type Tone } from '../../../shared/state-pill.tsx'
import { t } from '../../../words/t.ts'
import { audienceWords, EstimateWords } from '../audience-note.tsx'
import { waveName, waveStateWords, wayOf } from '../wave-words.ts'
import { WaveActDialog } from './wave-act-dialog.tsx'
import classes from './wave-list.module.css'

export type ShownWave = PlanView['waves'][number]

const ACTS: Record<ShownWave['state'], [WaveAct, string][]> = {
  planned: [['start', t`Gửi ngay`]],
  overdue: [['start', t`Xác nhận gửi`]],
  running: [
    ['pause', t`Tạm dừng`],
    ['stop', t`Dừng hẳn`],
  ],
  paused: [
    ['resume', t`Gửi tiếp`],
    ['stop', t`Dừng hẳn`],
  ],
  stopped: [],
}

const TONES: Record<ShownWave['state'], Tone> = {
  planned: 'waiting',
  overdue: 'warn',
  running: 'good',
  paused: 'paused',
  stopped: 'done',
}

type WaveListProps = { code: string; waves: ShownWave[]; mayChange: boolean }

export function WaveList({ code, waves, mayChange }: WaveListProps) {
  const [chosen, setChosen] = useState<{ wave: ShownWave; act: WaveAct } | null>(null)
  const [asking, setAsking] = useState(false)
  return (
    <Panel flush title={t`Các lượt gửi`}>
      {waves.length === 0 && (
        <p className={classes.empty}>
          {mayChange
            ? t`Chưa có lượt nào. Lập kế hoạch gồm lượt mời rồi các lượt nhắc, mỗi lượt chỉ gửi cho người chưa trả lời; hoặc bấm “Gửi lượt mời” ở đầu trang để gửi ngay.`
            : t`Chưa có lượt nào.`}
        </p>
      )}
      <ul className={classes.list}>
        {waves.map((wave) => (
          <li key={wave.wave}>
            <div className={classes.head}>
              <h3>{waveName(wave)}</h3>
              <StatePill
                tone={wave.state === 'running' && wave.waiting === 0 ? 'done' : TONES[wave.state]}
                words={waveStateWords(wave)}
              />
            </div>
            <div className={classes.facts}>
              <span>{wayOf(wave).words}</span>
              {wave.units && <span>{t`chỉ ${formatCount(wave.units.length)} đơn vị`}</span>}
              <span>{factsOf(wave)}</span>
            </div>
            {mayChange && (
              <div className={classes.acts}>
                {ACTS[wave.state]
                  // Nothing waits, so there is nothing to hold back.
                  .filter(
                    ([act]) => wave.waiting > 0 || (act !== 'pause' && (act !== 'stop' || wave.state === 'paused')),
                  )
                  .map(([act, words]) => (
                    <Button
                      key={act}
                      size="xs"
                      variant={wave.state === 'overdue' ? 'filled' : 'default'}
                      aria-label={`${words}: ${waveName(wave)}`}
                      onClick={() => {
                        setChosen({ wave, act })
                        setAsking(true)
                      }}
                    >
                      {words}
                    </Button>
                  ))}
              </div>
            )}
            {wave.estimate?.words && (
              <div className={classes.wide}>
                <EstimateWords estimate={wave.estimate} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {chosen && <WaveActDialog code={code} {...chosen} opened={asking} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

function factsOf(wave: ShownWave): string {
  const moment = formatMoment(wave.startsAt)
  // The estimate below says whom.
  if (wave.expected) return wave.estimate?.words ? moment : t`${moment} · dự kiến ${audienceWords(wave.expected)}`
  const left = wave.waiting > 0 ? t` · còn chờ ${formatCount(wave.waiting)} tin` : ''
  return t`${moment} · ${formatCount(wave.deliveries)} tin${left}${wave.createdBy ? ` · ${wave.createdBy}` : ''}`
}

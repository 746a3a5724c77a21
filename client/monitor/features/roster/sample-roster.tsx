/** The roster has people already: what becomes of them is chosen before the draw, never guessed. */
import '@mantine/core/styles/Radio.css'
import { Radio } from '@mantine/core'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'
import classes from './sample.module.css'

type Choice = 'replace' | 'add'
type SampleRosterProps = {
  count: CampaignDetail['rosterCount']
  value: Choice | null
  onChange: (choice: Choice) => void
}

export function SampleRoster({ count, value, onChange }: SampleRosterProps) {
  const people = formatCount(count.respondents)
  return (
    <Radio.Group
      label={t`Danh sách của đợt này đã có ${people} người`}
      value={value ?? ''}
      onChange={(choice) => onChange(choice as Choice)}
    >
      <div className={classes.roster}>
        <Radio
          value="replace"
          label={t`Bỏ ${people} người này, chỉ giữ người vừa rút`}
          description={t`Không lấy lại được từ phần mềm; tệp trên máy của bạn vẫn còn.`}
        />
        <Radio
          value="add"
          label={t`Giữ ${people} người này, thêm người vừa rút`}
          description={t`Ai đã có trong danh sách thì không bị nhập hai lần.`}
        />
      </div>
    </Radio.Group>
  )
}

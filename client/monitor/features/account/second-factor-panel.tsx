/** The second factor: turned on, moved to another telephone, and its recovery codes made anew. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { OwnAccountView } from '../../../shared/account-types.ts'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import classes from './account-page.module.css'
import { FactorDialog } from './factor-dialog.tsx'

const FEW_CODES = 3

export function SecondFactorPanel({ account }: { account: OwnAccountView }) {
  const [doing, setDoing] = useState<'factor' | 'codes' | null>(null)
  const { secondFactor, recoveryCodes, email } = account
  return (
    <Panel
      title={t`Xác thực hai lớp`}
      aside={<StatePill tone={secondFactor ? 'good' : 'warn'} words={secondFactor ? t`Đang bật` : t`Chưa bật`} />}
    >
      <div className={classes.form}>
        <p className={classes.soft}>
          {secondFactor
            ? t`Mỗi lần đăng nhập cần mật khẩu và mã 6 số trên điện thoại. Còn ${recoveryCodes} mã khôi phục chưa dùng.`
            : t`Mỗi lần đăng nhập sẽ cần thêm mã 6 số trên điện thoại, nên lộ mật khẩu cũng chưa ai vào được.`}
        </p>
        {secondFactor && recoveryCodes < FEW_CODES && (
          <p className={classes.soft}>
            <strong>{t`Sắp hết mã khôi phục. Hãy tạo mã mới.`}</strong>
          </p>
        )}
        <Group gap={8}>
          <Button variant={secondFactor ? 'default' : 'filled'} onClick={() => setDoing('factor')}>
            {secondFactor ? t`Chuyển sang điện thoại khác` : t`Bật xác thực hai lớp`}
          </Button>
          {secondFactor && (
            <Button variant="default" onClick={() => setDoing('codes')}>
              {t`Tạo mã khôi phục mới`}
            </Button>
          )}
        </Group>
      </div>
      {doing && <FactorDialog what={doing} email={email} onClose={() => setDoing(null)} />}
    </Panel>
  )
}

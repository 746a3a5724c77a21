/** An administrator without a second factor is asked to have one; a real system does not let them in without. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ownAccountQuery } from '../../shared/account-queries.ts'
import { t } from '../../words/t.ts'
import { Note } from '../delivery/note.tsx'

export function SecondFactorNote() {
  const { data } = useQuery(ownAccountQuery)
  if (!data || data.secondFactor) return null
  return (
    <Note warn>
      {t`Tài khoản quản trị của bạn chưa có xác thực hai lớp: ai biết mật khẩu là vào được.`}{' '}
      <Link to="/account">{t`Bật ngay`}</Link>
    </Note>
  )
}

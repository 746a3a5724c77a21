/** First sign-in of an administrator: the secret as a picture to scan and as text to type. */

import { encode } from 'uqr'
import { t } from '../../words/t.ts'
import classes from './sign-in.module.css'

/** The dark modules of a QR code as one SVG path. */
function pathOf(data: boolean[][]): string {
  return data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}

export function SecondFactorSetup({ secret, uri }: { secret: string; uri: string }) {
  const { data, size } = encode(uri, { border: 2 })
  return (
    <div className={classes.setup}>
      <p>{t`Mở ứng dụng xác thực trên điện thoại, quét hình này rồi nhập mã 6 số hiện ra.`}</p>
      <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t`Mã QR của tài khoản này`}>
        <rect width={size} height={size} fill="#fff" />
        <path d={pathOf(data)} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p className={classes.secret}>
        {t`Không quét được? Nhập khóa này: `}
        <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </div>
  )
}

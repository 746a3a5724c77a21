/** The console's name as the way back to every campaign. */
import { Link } from '@tanstack/react-router'
import { t } from '../words/t.ts'
import classes from './brand-link.module.css'
import { BackIcon } from './icons.tsx'

export const BrandLink = ({ className = '' }: { className?: string }) => (
  <Link to="/" className={`${classes.brand} ${className}`}>
    <BackIcon size={16} />
    <span className={classes.mark} aria-hidden="true" />
    <span>
      {t`Phiếu`}
      <small>{t`Mọi đợt điều tra`}</small>
    </span>
  </Link>
)

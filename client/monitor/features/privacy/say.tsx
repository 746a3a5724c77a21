import type { RequestKind } from '../../../shared/privacy-types.ts'
import { t } from '../../words/t.ts'
import classes from './privacy.module.css'
import { SAY } from './privacy-words.ts'

/** Words to read out to whoever asks. */
export const Say = ({ kind }: { kind: RequestKind }) => (
  <figure className={classes.say}>
    <figcaption>{t`Có thể đọc cho người yêu cầu nghe`}</figcaption>
    <p>{SAY[kind]}</p>
  </figure>
)

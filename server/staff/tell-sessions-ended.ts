/** Tells every web process that sessions have ended, so that event streams which they opened end now and not at their next sign of life. */
import type { Deps } from '../deps.ts'

export const tellSessionsEnded = ({ changes }: Pick<Deps, 'changes'>): void =>
  changes.publish({ campaign: '*', kind: 'sessions' })

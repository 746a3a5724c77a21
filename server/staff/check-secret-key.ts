/**
 * Another SECRET_KEY than the one the database was filled under would send dead links, sign nothing and count nothing, and
 * would show it only later. So a start compares a value derived from the key with the one kept at the first start.
 */
import type { Deps } from '../deps.ts'
import { keepSecretKeyCheck } from './queries.ts'

/** False when the key is not the one of the first start. */
export async function isKnownSecretKey({ db, secrets }: Pick<Deps, 'db' | 'secrets'>): Promise<boolean> {
  const check = secrets.key('check')
  return (await keepSecretKeyCheck(db, check)).equals(check)
}

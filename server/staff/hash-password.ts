/** Passwords: argon2id (RFC 9106), over NFC, because one keyboard sends "ậ" as one letter and another as three. */
import { hash, verify } from '@node-rs/argon2'

/** A hash that no password has: verified against when there is no account, so that the answer takes as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$BCHGy5vcY9PgYTGW+hbC2w$kPl8mENB+WCAhq+FrAhlNGgWEwW/8/NOuzEH6CFBC0g'

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'))

/** False for an account that is not there (`undefined`), after as much work. */
export const verifyPassword = (passwordHash: string | undefined, password: string): Promise<boolean> =>
  verify(passwordHash ?? NOBODY, password.normalize('NFC')).catch(() => false)

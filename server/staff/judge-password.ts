/**
 * Whether a new password is good enough: length first, no rule of signs and digits (NIST SP 800-63B 3.1.1.2). What is refused is
 * what guessers try first: one's own address, and the long ones among common passwords. Pure.
 */
export const LEAST_PASSWORD = 12
export type PasswordProblem = 'short' | 'address' | 'common'

/** Without case, accents, spaces and signs: "Mật khẩu 123456" is "matkhau123456". */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Words that common passwords are put together of; what is left beside them must be worth something. */
const COMMON_WORDS = [
  ...[
    'matkhau',
    'password',
    'passw0rd',
    'p4ssword',
    'admin',
    'administrator',
    'quantri',
    'quantrivien',
    'hethong',
    'dangnhap',
  ],
  ...['welcome', 'xinchao', 'iloveyou', 'anhyeuem', 'emyeuanh', 'yeuem', 'vietnam', 'phieu', 'khaosat', 'sonoivu'],
  ...[
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'asdfgh',
    'zxcvbnm',
    'zxcvbn',
    'letmein',
    'changeme',
    'default',
    'abcdef',
    'abc',
  ],
  ...[
    '1234567890',
    '0123456789',
    '0987654321',
    '123456',
    '654321',
    '112233',
    '123123',
    '147258369',
    '1q2w3e4r',
    '1qaz2wsx',
  ],
]
const LEAST_OWN = 5
const LEAST_WORD = 4
const LEAST_DIFFERENT = 5

/** Null when it will do. */
export function judgePassword(password: string, email: string): PasswordProblem | null {
  const letters = [...password.normalize('NFC')]
  if (letters.length < LEAST_PASSWORD) return 'short'
  const folded = fold(password)
  const [local = '', domain = ''] = email.split('@')
  for (const own of [email, local, domain]) {
    const word = fold(own)
    if (word.length >= LEAST_WORD && folded.replaceAll(word, '').length < LEAST_OWN) return 'address'
  }
  if (new Set(letters).size < LEAST_DIFFERENT) return 'common'
  // The office's own name, which no list of ours can hold: "sotaichinh" of can.bo@sotaichinh.tinh.vn.
  const names = domain.split('.').map(fold)
  const words = [...COMMON_WORDS, ...names.filter((name) => name.length >= LEAST_WORD)]
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), folded)
  return rest.replace(/(19|20)\d\d$/, '').length < LEAST_OWN && rest.length < folded.length ? 'common' : null
}

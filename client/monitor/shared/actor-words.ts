import { t } from '../words/t.ts'

/** Who did it: an account's address as it stands, the others in words. */
export function actorWords(actor: string): string {
  if (actor === 'hệ thống') return t`Hệ thống (tự động)`
  if (actor === 'operator') return t`Người vận hành máy chủ`
  const program = /^program (.*)$/.exec(actor)
  return program ? t`Chương trình ${program[1]!}` : actor
}

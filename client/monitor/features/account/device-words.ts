import { t } from '../../words/t.ts'

/** The server's "Chrome trên Windows", in the language in use; plain words where it knows nothing. */
export function deviceWords(device: string): string {
  if (!device) return t`Thiết bị không rõ`
  // Browser, a word between, system: systems have one word.
  const [, browser, system] = /^(.+) \S+ (\S+)$/.exec(device) ?? []
  return browser && system ? t`${browser} trên ${system}` : device
}

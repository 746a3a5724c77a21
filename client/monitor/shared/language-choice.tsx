/** Tiếng Việt / English: each named in itself, so that whoever reads only one of them finds it. */
import { UnstyledButton } from '@mantine/core'
import { chooseLanguage, type Language, language } from '../words/t.ts'
import classes from './language-choice.module.css'

const NAMES: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

/** The language that is not in use, for a menu's entry. */
export function otherLanguage(): { words: string; lang: Language; onChoose: () => void } {
  const lang = language() === 'vi' ? 'en' : 'vi'
  return { words: NAMES[lang], lang, onChoose: () => chooseLanguage(lang) }
}

/** Both languages side by side, before anyone has signed in. */
export function LanguageChoice() {
  const now = language()
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>
        <span lang="vi">Ngôn ngữ</span> · <span lang="en">Language</span>
      </legend>
      {(['vi', 'en'] as const).map((lang) => (
        <UnstyledButton
          key={lang}
          lang={lang}
          className={classes.language}
          aria-pressed={lang === now}
          onClick={() => lang !== now && chooseLanguage(lang)}
        >
          {NAMES[lang]}
        </UnstyledButton>
      ))}
    </fieldset>
  )
}

import { LanguageChoice } from '../../shared/language-choice.tsx'
import { t } from '../../words/t.ts'
import classes from './sign-in.module.css'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <header className={classes.head}>
          <span className={classes.mark} aria-hidden="true" />
          <div>
            <h1 className={classes.title}>{t`Phiếu`}</h1>
            <p className={classes.lead}>{t`Điều tra xã hội học Chỉ số cải cách hành chính`}</p>
          </div>
        </header>
        <SignInForm>
          <LanguageChoice />
        </SignInForm>
      </div>
    </main>
  )
}

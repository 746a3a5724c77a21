import { LanguageChoice } from '../../shared/language-choice.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { SignInForm } from './sign-in-form.tsx'

export const SignInPage = () => (
  <EntrySheet>
    <SignInForm>
      <LanguageChoice />
    </SignInForm>
  </EntrySheet>
)

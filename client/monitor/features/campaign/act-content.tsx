/** What the dialog of each act holds. */
import type { ActFormProps } from './act-form-props.ts'
import { CloseForm } from './close-form.tsx'
import { ExtendForm } from './extend-form.tsx'
import { FinalizeForm } from './finalize-form.tsx'
import type { Act } from './next-action.ts'
import { OpenForm } from './open-form.tsx'
import { PauseForm } from './pause-form.tsx'
import { SendForm } from './send-form.tsx'

export function ActContent({ act, ...form }: ActFormProps & { act: Act }) {
  switch (act) {
    case 'open':
      return <OpenForm {...form} />
    case 'invite':
      return <SendForm {...form} kind="invitation" />
    case 'remind':
      return <SendForm {...form} kind="reminder" />
    case 'pause':
    case 'resume':
      return <PauseForm {...form} act={act} />
    case 'extend':
      return <ExtendForm {...form} />
    case 'close':
      return <CloseForm {...form} />
    case 'finalize':
      return <FinalizeForm {...form} />
    default:
      return null
  }
}

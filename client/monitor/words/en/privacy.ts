/** English words of privacy. */
import type { Catalogue } from '../t.ts'

export const privacy: Catalogue = {
  'Quyền riêng tư': 'Privacy',
}

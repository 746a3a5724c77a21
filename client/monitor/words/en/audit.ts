/** English words of the audit log. */
import type { Catalogue } from '../t.ts'

export const audit: Catalogue = {
  'Nhật ký': 'Audit log',
}

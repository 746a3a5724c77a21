import { t } from '../words/t.ts'

/** How a version came in. */
export const ORIGIN_WORDS = {
  xlsx: t`tệp Excel`,
  csv: t`tệp CSV`,
  api: t`phần mềm khác`,
  campaign: t`đợt trước trong hệ thống`,
}

/** How a version came in. */
export const ORIGIN_WORDS = {
  xlsx: 'tệp Excel',
  csv: 'tệp CSV',
  api: 'phần mềm khác',
  campaign: 'đợt trước trong hệ thống',
}

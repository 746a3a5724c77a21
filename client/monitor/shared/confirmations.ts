/** What the server wants to read of a confirmed act. A person types it in their own language; these are never shown. */
export const CONFIRMED = { release: 'gửi tiếp', publish: 'công bố', withdraw: 'gỡ xuống', erase: 'xóa' } as const

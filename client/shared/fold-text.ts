/** Text without case, accents or "đ", so that "so noi vu" finds "Sở Nội vụ" (domain/README "Data habits of Vietnam"). */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()

/** What the server takes as the code of a campaign, a unit, a group or a criterion (server/campaigns/definition.ts). */
export const isCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(text)

/** A campaign code to begin with: the definition's own slug, cut to what a code allows. */
export const proposeCode = (slug: string): string => slug.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 32)

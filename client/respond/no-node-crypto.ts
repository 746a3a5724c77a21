/** Stands in for node's crypto in the bundle of sjcl, which then seeds from crypto.getRandomValues. */
export const randomBytes = undefined

/** Whether a flag of a query is set: `?dryRun` and `?dryRun=true` are, `?dryRun=false` is not. Pure. */
export const isSet = (flag: string | undefined): boolean => flag === 'true' || flag === ''

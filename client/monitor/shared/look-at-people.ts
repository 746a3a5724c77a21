/** Each look at people's names is in the audit log: only a person's act asks again, never the clock or a change of window. */
export const LOOK = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

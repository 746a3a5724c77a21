/** Refusals are final; only a lost network and a busy server are worth asking again. */
import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../shared/call-api.ts'

const worthRetrying = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status >= 500)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (times, error) => times < 3 && worthRetrying(error), networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** One's own account, which its page and the administrators' part ask for. */
import { queryOptions } from '@tanstack/react-query'
import type { OwnAccountView } from '../../shared/account-types.ts'
import { request } from './request.ts'

export const ownAccountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => request<OwnAccountView>('/api/account'),
})

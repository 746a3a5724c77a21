/** What administrators ask for, and the one way they change it: whatever a change answers, all of it is asked anew. */
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AccountView,
  ClientsView,
  InvitationView,
  UnitsView,
  WebhooksView,
} from '../../../shared/account-types.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'

const KEY = ['admin']
const ask = <T>(path: string) => queryOptions({ queryKey: [...KEY, path], queryFn: () => request<T>(path) })

export const accountsQuery = ask<AccountView[]>('/api/accounts')
export const invitationsQuery = ask<InvitationView[]>('/api/invitations')
export const unitsQuery = ask<UnitsView>('/api/accounts/units')
export const clientsQuery = ask<ClientsView>('/api/clients')
export const webhooksQuery = ask<WebhooksView>('/api/webhooks')

type Change = { path: string; method?: 'POST' | 'DELETE'; json?: unknown }

export function useAdminChange<T = undefined>() {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: ({ path, method = 'POST', json }: Change) => request<T>(path, { method, json }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

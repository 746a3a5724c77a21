/**
 * A call that changes something and is never sent twice by one hand: a second click comes before React Query has told the
 * button of the first, so that a button drawn busy is no protection.
 */
import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiError } from '../../shared/call-api.ts'

/** As useMutation; `mutate` does nothing while a call of it is under way, until everything that follows it is done. */
export function useSingleMutation<Answer, Sent = void>(options: UseMutationOptions<Answer, Error, Sent>) {
  const underWay = useRef(false)
  const mutation = useMutation<Answer, Error, Sent>({
    ...options,
    onSettled: async (...settled) => {
      try {
        const follows = options.onSettled?.(...settled)
        // Without a network nothing can be asked anew, and every try of it would keep back the word that it is gone.
        if (!isNetworkLost(settled[1])) await follows
      } finally {
        underWay.current = false
      }
    },
  })
  const mutate: typeof mutation.mutate = (...sent) => {
    if (underWay.current) return
    underWay.current = true
    mutation.mutate(...sent)
  }
  return { ...mutation, mutate }
}

const isNetworkLost = (error: Error | null): boolean => error instanceof ApiError && error.status === 0

/**
 * A call that changes something and is never sent twice by one hand: a second click comes before React Query has told the
 * button of the first, so that a button drawn busy is no protection.
 */
import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

/** As useMutation; `mutate` does nothing while a call of it is under way, until everything that follows it is done. */
export function useSingleMutation<Answer, Sent = void>(options: UseMutationOptions<Answer, Error, Sent>) {
  const underWay = useRef(false)
  const mutation = useMutation<Answer, Error, Sent>({
    ...options,
    onSettled: async (...settled) => {
      try {
        await options.onSettled?.(...settled)
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

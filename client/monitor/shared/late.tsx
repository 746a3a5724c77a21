/** Parts of a page whose code follows the first paint, because the first load has a budget (client/test/console-budget.test.ts). */

import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { ErrorNote } from './error-note.tsx'
import classes from './late.module.css'

/**
 * A component that loads with the page that shows it, not when it is first wanted: what opens can then put the focus
 * into itself at once. Until then it shows nothing.
 * @param name unique in the console
 * @param load brings the component's module and picks the component
 * @param wanted whether a person waits for it: then a failed load is told, with a way to try again; otherwise it stays silent
 */
export function late<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
  wanted: (props: Props) => boolean = () => false,
): ComponentType<Props> {
  return function Late(props: Props) {
    const { part: Part, error, retry } = useLatePart(name, load)
    if (Part) return <Part {...props} />
    if (!error || !wanted(props)) return null
    return (
      <div className={classes.failed}>
        <ErrorNote error={error} onRetry={retry} />
      </div>
    )
  }
}

/** The same as a hook, for a place that shows something else meanwhile. */
export function useLatePart<Part>(name: string, load: () => Promise<Part>) {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['late', name],
    queryFn: load,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return { part: data, error: isFetching ? null : error, retry: () => void refetch() }
}

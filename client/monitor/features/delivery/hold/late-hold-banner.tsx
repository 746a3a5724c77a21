/** The banner comes after the first paint: it is rarely needed, and the first load has a budget (client/test/console-budget.test.ts). */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useMaySeeScores } from '../../../shared/may-change.ts'

const Nothing = () => null
const HoldBanner = lazy(() =>
  import('./hold-banner.tsx').then(
    (module) => ({ default: module.HoldBanner }),
    // A page without the banner is better than none.
    () => ({ default: Nothing as typeof import('./hold-banner.tsx').HoldBanner }),
  ),
)

/** For all who may know of sending; a unit's contact does not. */
export function LateHoldBanner({ silent }: { silent?: boolean }) {
  const maySee = useMaySeeScores()
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  if (!maySee || !painted) return null
  return (
    <Suspense fallback={null}>
      <HoldBanner silent={silent === true} />
    </Suspense>
  )
}

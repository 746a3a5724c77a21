/** Groups of too few people and the group of the same unit that each is put together with, all by name. */

import type { BlockProgress } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { t } from '../../words/t.ts'

type Merged = { key: string; unit: string; group: string; into: string }

const mergedGroups = (blocks: BlockProgress[]): Merged[] =>
  blocks
    .flatMap(({ units }) => units)
    .flatMap(({ code, name, groups }) =>
      groups.flatMap((group) => {
        const into = groups.find((other) => other.code === group.mergedInto)
        return into ? [{ key: `${code} ${group.code}`, unit: name, group: group.name, into: into.name }] : []
      }),
    )

/** Nothing where no group is merged. `done`: the campaign is open. */
export function MergedGroups({ blocks, minimum, done }: { blocks: BlockProgress[]; minimum: number; done: boolean }) {
  const merged = mergedGroups(blocks)
  if (merged.length === 0) return null
  return (
    <div>
      <p className={classes.soft}>
        {done
          ? t`${formatCount(merged.length)} nhóm dưới ${minimum} người đã được gộp:`
          : t`${formatCount(merged.length)} nhóm dưới ${minimum} người sẽ được gộp để giữ kín danh tính:`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul className={classes.units} tabIndex={0} aria-label={t`Nhóm được gộp`}>
        {merged.map(({ key, unit, group, into }) => (
          <li key={key} data-words>
            <span>{unit}</span>
            <span>{t`“${group}” gộp với “${into}”`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

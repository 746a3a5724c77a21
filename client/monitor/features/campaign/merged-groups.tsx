/** Groups of too few people and the group of the same unit that each is put together with, all by name. */

import type { BlockProgress } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActList } from '../../shared/act-list.tsx'
import { t } from '../../words/t.ts'

const mergedGroups = (blocks: BlockProgress[]) =>
  blocks
    .flatMap(({ units }) => units)
    .flatMap(({ code, name, groups }) =>
      groups.flatMap((group) => {
        const into = groups.find((other) => other.code === group.mergedInto)
        if (!into) return []
        return [{ key: `${code} ${group.code}`, name, said: t`“${group.name}” gộp với “${into.name}”` }]
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
      <ActList label={t`Nhóm được gộp`} rows={merged} inWords />
    </div>
  )
}

/** What was typed and not kept yet, for each letter, so that looking at the other one loses nothing; leaving the page asks. */

import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import type { TemplateBody, TemplateKind } from '../../../../shared/delivery-types.ts'
import { t } from '../../../words/t.ts'

const LEAVE = t`Lời thư đang sửa chưa được lưu. Rời trang này và bỏ những gì đã sửa?`

export function useDraft() {
  const [drafts, setDrafts] = useState<Partial<Record<TemplateKind, TemplateBody>>>({})
  const dirty = Object.values(drafts).some((draft) => draft !== undefined)
  useBlocker({ shouldBlockFn: () => dirty && !window.confirm(LEAVE), enableBeforeUnload: () => dirty })
  return {
    of: (kind: TemplateKind): TemplateBody | undefined => drafts[kind],
    set: (kind: TemplateKind, draft: TemplateBody | undefined) =>
      setDrafts(({ [kind]: _before, ...others }) => (draft ? { ...others, [kind]: draft } : others)),
  }
}

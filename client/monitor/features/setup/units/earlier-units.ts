/** The campaign of the year before, whose units those of this one continue: the one it was copied from, or one that is chosen. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { campaignsQuery } from '../../../shared/campaign-queries.ts'
import { useKeptChoice } from '../../../shared/use-kept-choice.ts'
import { definitionQuery } from '../state/setup-calls.ts'
import { useSetup } from '../state/setup-context.ts'

export type EarlierUnits = {
  /** Empty: no campaign is chosen. */
  campaign: string
  choose: (campaign: string) => void
  /** Others than this one, by code. */
  campaigns: readonly { code: string; title: string }[]
  /** Names by code; null while no campaign is chosen, or it can't be read. */
  units: ReadonlyMap<string, string> | null
}

/** Chosen only to look at and to be offered codes: which results are compared is said when they are brought in. */
export function useEarlierUnits(): EarlierUnits {
  const { code, base, readOnly } = useSetup()
  const { data: all } = useQuery({ ...campaignsQuery, enabled: !readOnly })
  const [chosen, choose] = useKeptChoice(`phieu-earlier:${code}`)
  const campaign = chosen ?? base.copiedFrom ?? ''
  const { data } = useQuery({ ...definitionQuery(campaign), enabled: campaign !== '', retry: false })
  const units = useMemo(
    () => data && new Map(data.definition.blocks.flatMap((block) => block.units.map(({ code, name }) => [code, name]))),
    [data],
  )
  return { campaign, choose, campaigns: (all ?? []).filter((one) => one.code !== code), units: units ?? null }
}

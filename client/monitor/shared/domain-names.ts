import type { CampaignDetail } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'

export type DomainName = (code: string) => string

/** Names of a block's domains, by code. */
export function domainNames({ domains }: Pick<CampaignDetail, 'domains'>, block: string): DomainName {
  const names = new Map(domains.filter((domain) => domain.block === block).map(({ code, name }) => [code, name]))
  return (code) => {
    const name = names.get(code)
    return name ? t`Lĩnh vực ${code}. ${name}` : t`Lĩnh vực ${code}`
  }
}

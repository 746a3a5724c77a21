/**
 * The columns of figures of a block that a report sums up by mean, highest and lowest: the survey, the index, each domain.
 * The rules about those three are the same for all of them.
 */
import type { BlockContext } from './report-context.ts'
import type { Extreme } from './schemas.ts'

export type PlacedValue = { value: number; place: string }

export type Column = {
  kind: 'survey' | 'index' | 'domain'
  path: string
  /** "khối sở", "lĩnh vực 7"… as messages speak of it. */
  title: string
  max: PlacedValue | null
  /** The domain's code; null of survey and index. */
  domain: string | null
  /** The mean, each time that it is printed. */
  means: PlacedValue[]
  highest: Extreme | undefined
  lowest: Extreme | undefined
  /** The mean's share of the maximum. */
  meanPercent: number | undefined
  percentDecimals: number
  meanDecimals: number
  extremeDecimals: number
  above?: number | undefined
  at?: number | undefined
  below?: number | undefined
}

export function columnsOf(block: BlockContext): Column[] {
  return [surveyColumn(block), indexColumn(block), ...domainColumns(block)].flatMap((column) => column ?? [])
}

export function surveyColumn({ figures: { survey }, path, decimals }: BlockContext): Column | null {
  if (!survey) return null
  const at = `${path}.survey`
  return {
    kind: 'survey',
    path: at,
    title: 'điều tra xã hội học',
    domain: null,
    max: placed(survey.max, `${at}.max`)[0] ?? null,
    means: placed(survey.mean, `${at}.mean`),
    highest: survey.highest,
    lowest: survey.lowest,
    meanPercent: survey.meanPercent,
    percentDecimals: decimals.surveyPercent,
    meanDecimals: decimals.surveyMean,
    extremeDecimals: decimals.surveyExtreme,
    above: survey.unitsAboveMean,
    at: survey.unitsAtMean,
    below: survey.unitsBelowMean,
  }
}

export function indexColumn({ figures: { index }, path, decimals, scale }: BlockContext): Column | null {
  if (!index) return null
  const at = `${path}.index`
  return {
    kind: 'index',
    path: at,
    title: 'Chỉ số',
    domain: null,
    max: placed(scale?.total, 'scale.total')[0] ?? null,
    means: [...placed(index.mean, `${at}.mean`), ...placed(index.meanElsewhere, `${at}.meanElsewhere`)],
    highest: index.highest,
    lowest: index.lowest,
    meanPercent: undefined,
    percentDecimals: 0,
    meanDecimals: decimals.indexMean,
    extremeDecimals: decimals.indexExtreme,
    above: index.unitsAboveMean,
    at: index.unitsAtMean,
    below: index.unitsBelowMean,
  }
}

export function domainColumns({ figures, path, decimals }: BlockContext): Column[] {
  return (figures.domains ?? []).map((domain) => {
    const at = `${path}.domains[${domain.code}]`
    return {
      kind: 'domain',
      path: at,
      title: `lĩnh vực ${domain.code}`,
      domain: String(domain.code),
      max: placed(domain.max, `${at}.max`)[0] ?? null,
      means: placed(domain.mean, `${at}.mean`),
      highest: domain.highest,
      lowest: domain.lowest,
      meanPercent: domain.meanPercent,
      percentDecimals: decimals.domainPercent,
      meanDecimals: decimals.domainMean,
      extremeDecimals: decimals.domainExtreme,
    }
  })
}

function placed(value: number | undefined, place: string): PlacedValue[] {
  return value === undefined ? [] : [{ value, place }]
}

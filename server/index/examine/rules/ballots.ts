/** No more ballots come back than were issued, no more are valid than came back, and the percentages are theirs. */
import { asPrinted, exactly, fractionOf, meets, printable, scaleBy } from '../interval.ts'
import type { ReportContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber, sayPossible } from '../words.ts'

type Part = {
  what: string
  part: number | undefined
  place: string
  whole: number | undefined
  wholePlace: string
  percent: number | undefined
  percentPlace: string
}

export const ballots: Rule = {
  name: 'ballots',
  examine: (report) => partsOf(report).flatMap((part) => [...judgeCount(part), ...judgePercent(part, report)]),
}

function partsOf({ figures: { campaign } }: ReportContext): Part[] {
  const { ballotsIssued, ballotsReturned, ballotsValid, returnedPercent, validPercent } = campaign
  const [issued, returned, valid] = [
    'campaign.ballotsIssued',
    'campaign.ballotsReturned',
    'campaign.ballotsValid',
  ] as const
  return [
    {
      what: 'thu về',
      part: ballotsReturned,
      place: returned,
      whole: ballotsIssued,
      wholePlace: issued,
      percent: returnedPercent,
      percentPlace: 'campaign.returnedPercent',
    },
    {
      what: 'hợp lệ',
      part: ballotsValid,
      place: valid,
      whole: ballotsReturned ?? ballotsIssued,
      wholePlace: ballotsReturned === undefined ? issued : returned,
      percent: ballotsReturned === undefined ? undefined : validPercent,
      percentPlace: 'campaign.validPercent',
    },
  ]
}

function judgeCount({ what, part, place, whole, wholePlace }: Part): Remark[] {
  if (part === undefined || whole === undefined || part <= whole) return []
  const message = `Số phiếu ${what} ${sayNumber(part)} nhiều hơn ${sayNumber(whole)}.`
  return [{ place, against: [wholePlace], printed: part, possible: { from: 0, to: whole }, message }]
}

function judgePercent(
  { what, part, place, whole, wholePlace, percent, percentPlace }: Part,
  { decimals }: ReportContext,
): Remark[] {
  if (percent === undefined || part === undefined || !whole) return []
  const share = scaleBy(exactly(part), fractionOf(100).div(whole))
  if (meets(asPrinted(percent, decimals.ballots), share)) return []
  const possible = printable(share, decimals.ballots)
  return [
    {
      place: percentPlace,
      against: [place, wholePlace],
      printed: percent,
      possible,
      message: `Tỷ lệ phiếu ${what} ${sayNumber(percent)} % không khớp với ${sayNumber(part)}/${sayNumber(whole)} phiếu: phải là ${sayPossible(possible)} %.`,
    },
  ]
}

/**
 * One document has one number and one date. What a document is stands before ", as …": "scheme, as its own heading states
 * it" and "scheme, as the decision cites it" are the same scheme. One number of one year belongs to one date.
 */
import { foldName } from '../../../campaigns/fold-name.ts'
import type { Remark, Rule } from '../rule.ts'
import type { DocumentFigures } from '../schemas.ts'
import { sayDay } from '../words.ts'

type Cited = DocumentFigures & { place: string }

export const documentCited: Rule = {
  name: 'document-cited',
  examine: ({ figures: { documents = [] } }) => {
    const cited = documents.map((document, position) => ({ ...document, place: `documents[${position}]` }))
    return cited.flatMap((document, position) => cited.slice(0, position).flatMap((other) => judge(document, other)))
  },
}

/** What the document is, without where or how it is cited. */
export function subjectOf(what: string): string {
  return foldName(what.replace(/,\s*(as|theo|như)\s.*$/iu, ''))
}

function judge(document: Cited, other: Cited): Remark[] {
  const isSame = subjectOf(document.what) === subjectOf(other.what)
  const sharesNumber = document.number !== undefined && document.number === other.number
  if (!isSame && !(sharesNumber && yearOf(document) === yearOf(other))) return []
  return (['number', 'date'] as const).flatMap((key): Remark[] => {
    const [printed, before] = [document[key], other[key]]
    if (printed === undefined || before === undefined || printed === before) return []
    const say = key === 'date' ? sayDay : String
    return [
      {
        place: `${document.place}.${key}`,
        against: [`${other.place}.${key}`],
        printed,
        possible: { oneOf: [before] },
        message: `Cùng một văn bản được ghi ${key === 'date' ? 'ngày' : 'số'} ${say(before)} ở một chỗ và ${say(printed)} ở chỗ khác (${other.what}; ${document.what}).`,
      },
    ]
  })
}

function yearOf({ date }: Cited): string | undefined {
  return date?.slice(0, 4)
}

/** Within one year an organ numbers its documents in the order of their dates. Two citings of one document are left aside. */
import type { Remark, Rule } from '../rule.ts'
import { sayDay } from '../words.ts'
import { subjectOf } from './document-cited.ts'

type Numbered = {
  serial: number
  organ: string
  year: string
  date: string
  number: string
  subject: string
  place: string
}

export const documentOrder: Rule = {
  name: 'document-order',
  examine: ({ figures: { documents = [] } }) => {
    const numbered = documents.flatMap(({ what, number, date }, position): Numbered[] => {
      const parts = /^(\d{1,6})\s*(?:\/(?:\d{4}\/)?)(.+)$/u.exec(number?.trim() ?? '')
      if (!parts || !number || !date) return []
      const place = `documents[${position}].date`
      return [
        {
          serial: Number(parts[1]),
          organ: parts[2]!,
          year: date.slice(0, 4),
          date,
          number,
          subject: subjectOf(what),
          place,
        },
      ]
    })
    return numbered.flatMap((document, position) =>
      numbered.slice(0, position).flatMap((other) => judge(document, other)),
    )
  },
}

function judge(document: Numbered, other: Numbered): Remark[] {
  const isComparable =
    document.organ === other.organ && document.year === other.year && document.subject !== other.subject
  if (!isComparable || document.serial === other.serial) return []
  const isLater = document.serial > other.serial
  if (isLater ? document.date >= other.date : document.date <= other.date) return []
  const dates = isLater ? { from: other.date, to: null } : { from: null, to: other.date }
  return [
    {
      place: document.place,
      against: [other.place],
      printed: document.date,
      possible: { dates },
      message: `Văn bản số ${document.number} ghi ngày ${sayDay(document.date)}, nhưng số ${other.number} của cùng cơ quan trong năm ghi ngày ${sayDay(other.date)}.`,
    },
  ]
}

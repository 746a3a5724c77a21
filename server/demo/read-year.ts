/** The data set of the year beside the survey's answers: surveys/son-la-2024/year-2024/README.md says what it is. */
import { readFile } from 'node:fs/promises'
import type { PastResults } from '../index/past/schemas.ts'

const FOLDER = new URL('../../surveys/son-la-2024/year-2024/', import.meta.url)

/** Unit → question → level → how many answered so, "no opinion" among them. `ballots`: of the unit. */
export type YearTally = Record<string, { ballots: number; questions: Record<string, Record<string, number>> }>

/** One file to bring in, as the console would upload it. */
export type YearPoints = { query: string; file: string; data: Buffer; reason: string }

export type Year = {
  tally: YearTally
  points: YearPoints[]
  past: PastResults
  /** Field of the report → text; lists as JSON text. */
  narratives: Record<string, string>
}

const POINTS = [
  { query: 'kind=self', file: 'self.csv', reason: 'Điểm tự đánh giá của các cơ quan, đơn vị' },
  { query: 'kind=appraised&round=1', file: 'appraised-1.csv', reason: 'Kết quả thẩm định bước 1' },
  { query: 'kind=appraised&round=2', file: 'appraised.csv', reason: 'Kết quả thẩm định bước 2, sau giải trình' },
  { query: 'kind=imported&source=nguoi-dan', file: 'satisfaction.csv', reason: 'Kết quả khảo sát người dân' },
]

export async function readYear(): Promise<Year> {
  const json = async (file: string) => JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'))
  const narratives: Record<string, unknown> = await json('narratives.json')
  return {
    tally: await json('tally.json'),
    points: await Promise.all(
      POINTS.map(async (points) => ({ ...points, data: await readFile(new URL(points.file, FOLDER)) })),
    ),
    past: await json('past-2023.json'),
    narratives: Object.fromEntries(
      Object.entries(narratives).map(([field, text]) => [
        field,
        typeof text === 'string' ? text : JSON.stringify(text),
      ]),
    ),
  }
}

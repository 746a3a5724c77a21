/** The variables of a campaign's microdata: the three that place a row, then one for each scored question. Pure. */
import type { Block, Criterion, Definition } from '../../campaigns/definition.ts'
import { questionsOf, scoredQuestions, textOf } from '../../campaigns/survey-questions.ts'
import type { MicrodataRow } from './anonymise-microdata.ts'
import type { CodebookVariable } from './codebook-schemas.ts'
import { nameVariables } from './name-variables.ts'

/** Declared missing. Above every level: a definition has at most ten. */
export const CODES = { withheld: 97, noOpinion: 98, empty: 99 } as const

/** The variables that place a row: block, unit, cell of groups. */
export const PLACE = ['khoi', 'don_vi', 'nhom']

export const NOTES = [
  'Số dòng bằng số phiếu hợp lệ, nhưng một dòng không phải là một người: trong từng ô đơn vị × nhóm, câu trả lời của mỗi lĩnh vực được chia lại giữa các dòng, riêng với lĩnh vực khác. Số đếm của từng câu và quan hệ giữa các câu cùng lĩnh vực là đúng; quan hệ giữa các lĩnh vực thì không.',
  'Không có tên, không có thời điểm; thứ tự dòng không theo thứ tự trả lời.',
  'Không đơn vị hay ô đơn vị × nhóm nào có ít dòng hơn mức tối thiểu; nhóm quá nhỏ được gộp, mã các nhóm nối bằng dấu “+”.',
  'Mã 97: không công bố vì quá ít người; 98: không có ý kiến; 99: bỏ trống. Ô trống: nhóm này không được hỏi câu đó.',
  'Chỉ có các câu tính điểm. Ý kiến viết tay không bao giờ được xuất.',
  'Không ghép tệp này với dữ liệu khác để tìm xem ai đã trả lời gì.',
]

export type QuestionVariable = { block: string; question: string; name: string; criterion: Criterion; label: string }

/** Every scored question of every block, in the definition's order, with its variable's name. */
export function questionVariables({ blocks }: Definition): QuestionVariable[] {
  const all = blocks.flatMap((block) =>
    [...scoredQuestions(block)].map(([question, criterion]) => ({ block, question, criterion })),
  )
  const shared = (question: string) => all.filter((one) => one.question === question).length > 1
  const names = nameVariables(
    all.map(({ block, question }) => (shared(question) ? `${block.code}_${question}` : question)),
    PLACE,
  )
  return all.map(({ block, question, criterion }, at) => ({
    ...{ block: block.code, question, criterion, name: names[at]! },
    label: `${criterion.code}. ${titleOf(block, question) || criterion.name}`,
  }))
}

/** As the first questionnaire that asks it puts it. */
function titleOf(block: Block, question: string): string {
  const asked = Object.values(block.questionnaires).flatMap((json) => questionsOf(json))
  return textOf(asked.find(({ name }) => name === question)?.title)
}

/** `cells`: the cells of groups that occur. */
export function buildVariables(
  definition: Definition,
  cells: Pick<MicrodataRow, 'block' | 'groups'>[],
): CodebookVariable[] {
  const { blocks } = definition
  const groupNames = new Map(blocks.flatMap(({ code, groups }) => groups.map((g) => [`${code} ${g.code}`, g.name])))
  const cellNames = new Map(
    cells.map(({ block, groups }) => [
      groups.join('+'),
      groups.map((group) => groupNames.get(`${block} ${group}`) ?? group).join('; '),
    ]),
  )
  const units = blocks.flatMap((block) => block.units)
  return [
    place(0, 'Khối', new Map(blocks.map(({ code, name }) => [code, name]))),
    place(1, 'Đơn vị được đánh giá', new Map(units.map(({ code, name }) => [code, name]))),
    place(2, 'Nhóm đối tượng (các nhóm gộp nối bằng dấu +)', cellNames),
    ...questionVariables(definition).map(({ block, question, criterion, name, label }) => ({
      ...{ name, label, kind: 'number' as const, bytes: null, block, question },
      ...{ criterion: criterion.code, domain: criterion.domain, values: valuesOf(definition) },
    })),
  ]
}

function place(at: number, label: string, names: ReadonlyMap<string, string>): CodebookVariable {
  const values = [...names].map(([code, text]) => ({ code, label: text }))
  const bytes = Math.max(1, ...values.map(({ code }) => Buffer.byteLength(code)))
  return {
    ...{ name: PLACE[at]!, label, kind: 'text', bytes, values },
    ...{ block: null, criterion: null, domain: null, question: null },
  }
}

function valuesOf({ levels, noOpinion }: Definition): CodebookVariable['values'] {
  return [
    ...levels.map(({ name, share }, at) => ({ code: at + 1, label: name, share })),
    { code: CODES.withheld, label: 'Không công bố (quá ít người)', missing: true },
    { code: CODES.noOpinion, label: noOpinion.name, missing: true },
    { code: CODES.empty, label: 'Bỏ trống', missing: true },
  ]
}

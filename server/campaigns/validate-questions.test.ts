import { expect, test } from 'vitest'
import { addElement, ask, criterion, type SpoiltCase, soundDefinition } from '../test/sound-definition.ts'
import { validateDefinition } from './validate-definition.ts'

const cases: SpoiltCase[] = [
  [
    'an unknown questionnaire',
    'son-la-2024',
    (d) => Object.assign(d.blocks[1]!.groups[0]!, { questionnaire: 'nope' }),
    ['blocks[huyen].groups[HDND].questionnaire', 'blocks[huyen].questionnaires[huyen-dai-bieu]'],
    /không có phiếu “nope”/,
  ],
  [
    'a questionnaire that no group uses',
    'son-la-2024',
    (d) =>
      Object.assign(d.blocks[0]!.questionnaires, {
        spare: structuredClone(d.blocks[0]!.questionnaires['so-lanh-dao']!),
      }),
    ['blocks[so].questionnaires[spare]'],
    /không nhóm nào dùng/,
  ],
  [
    'a criterion that names an unknown question',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[0]!, '1.1'), { question: 'so_9_9' }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1', 'blocks[so].criteria[1.1].question'],
    /không tiêu chí nào tính điểm/,
  ],
  [
    'a criterion whose question only an unused questionnaire asks',
    'son-la-2024',
    (d) => d.blocks[0]!.groups.map((group) => Object.assign(group, { questionnaire: 'so-lanh-dao' })),
    [
      'blocks[so].questionnaires[so-phong-don-vi]',
      'blocks[so].criteria[1.1].question',
      'blocks[so].criteria[1.4].question',
    ],
    /không nhóm nào dùng phiếu/,
  ],
  [
    'a question that offers the levels and scores nothing',
    'son-la-2024',
    (d) =>
      addElement(d.blocks[0]!, 'so-lanh-dao', {
        ...ask(d.blocks[0]!, 'so-lanh-dao', 'so_1_2'),
        name: 'so_extra',
        choices: ['kem', 'tot', 'kha', 'rat-tot', 'trung-binh'],
      }),
    ['blocks[so].questionnaires[so-lanh-dao].so_extra'],
    /không tiêu chí nào tính điểm/,
  ],
  [
    'a question scored twice',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[0]!, '1.3'), { question: 'so_1_2' }),
    [
      'blocks[so].questionnaires[so-lanh-dao].so_1_3',
      'blocks[so].questionnaires[so-phong-don-vi].so_1_3',
      'blocks[so].criteria[1.3].question',
    ],
    /không tiêu chí nào/,
  ],
  [
    'a survey criterion without a question',
    'son-la-2024',
    (d) => {
      delete criterion(d.blocks[0]!, '1.1').question
    },
    ['blocks[so].criteria[1.1].question', 'blocks[so].questionnaires[so-phong-don-vi].so_1_1'],
    /phải có câu hỏi/,
  ],
  [
    'an imported criterion with a question',
    'example-commune',
    (d) => Object.assign(criterion(d.blocks[0]!, 'HL.1'), { question: 'xa_gop_y' }),
    [
      'blocks[xa].criteria[HL.1].question',
      'blocks[xa].questionnaires[can-bo].xa_gop_y.type',
      'blocks[xa].questionnaires[thon-to].xa_gop_y.type',
    ],
    /không được có câu hỏi/,
  ],
  [
    'a scored question that lacks a level',
    'son-la-2024',
    (d) => (ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1').choices as object[]).splice(2, 1),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.choices'],
    /thiếu lựa chọn “Khá” \(kha\)/,
  ],
  [
    'a scored question without the no-opinion answer',
    'son-la-2024',
    (d) => (ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1').choices as object[]).pop(),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.choices'],
    /thiếu lựa chọn “Không biết/,
  ],
  [
    'a scored question with a choice beyond the levels',
    'son-la-2024',
    (d) =>
      (ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1').choices as object[]).push({
        value: 'xuat-sac',
        text: 'Xuất sắc',
      }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.choices'],
    /“Xuất sắc” \(xuat-sac\) không phải là một mức/,
  ],
  [
    'a scored question with a level twice',
    'son-la-2024',
    (d) => (ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1').choices as object[]).push({ value: 'kha', text: 'Khá' }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.choices'],
    /có 2 lần/,
  ],
  [
    'a level under another name',
    'son-la-2024',
    (d) =>
      Object.assign((ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1').choices as { text: string }[])[4]!, {
        text: 'Yếu',
      }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.choices'],
    /ghi là “Yếu”, phải là “Kém”/,
  ],
  [
    "a scored question with survey-core's own extra choice",
    'son-la-2024',
    (d) => Object.assign(ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1'), { showOtherItem: true }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.showOtherItem'],
    /ngoài các mức/,
  ],
  [
    'a scored question whose answer goes by another name',
    'son-la-2024',
    (d) => Object.assign(ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1'), { valueName: 'other' }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.valueName'],
    /tên khác/,
  ],
  [
    'a scored question that is not a single choice',
    'son-la-2024',
    (d) => Object.assign(ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_1'), { type: 'checkbox' }),
    ['blocks[so].questionnaires[so-phong-don-vi].so_1_1.type'],
    /phải là câu chọn một.*“radiogroup”/,
  ],
  [
    'one question in different words for different groups',
    'son-la-2024',
    (d) => {
      ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_2').title = 'Chất lượng kế hoạch'
      delete ask(d.blocks[0]!, 'so-phong-don-vi', 'so_1_2').description
    },
    [
      'blocks[so].questionnaires[so-phong-don-vi].so_1_2.title',
      'blocks[so].questionnaires[so-phong-don-vi].so_1_2.description',
    ],
    /khác với câu cùng tên trong phiếu “so-lanh-dao”/,
  ],
  [
    'an unscored question of another type under the same name',
    'example-commune',
    (d) => Object.assign(ask(d.blocks[0]!, 'thon-to', 'xa_thu_tuc_vuong'), { type: 'comment' }),
    ['blocks[xa].questionnaires[thon-to].xa_thu_tuc_vuong.type'],
    /khác với câu cùng tên/,
  ],
  [
    'a question twice in one questionnaire',
    'son-la-2024',
    (d) => addElement(d.blocks[0]!, 'so-lanh-dao', structuredClone(ask(d.blocks[0]!, 'so-lanh-dao', 'so_1_2'))),
    ['blocks[so].questionnaires[so-lanh-dao].so_1_2'],
    /có hai lần/,
  ],
  [
    'a question name that is not safe as a key',
    'son-la-2024',
    (d) => addElement(d.blocks[0]!, 'so-lanh-dao', { type: 'text', name: '__proto__', title: 'x' }),
    ['blocks[so].questionnaires[so-lanh-dao].__proto__'],
    /tên câu hỏi phải bắt đầu/,
  ],
  [
    'a group that is asked nothing scored',
    'example-commune',
    (d) => {
      d.blocks[0]!.questionnaires.empty = { elements: [{ type: 'comment', name: 'xa_khac' }] }
      d.blocks[0]!.groups[2]!.questionnaire = 'empty'
      delete d.blocks[0]!.questionnaires['thon-to']
    },
    ['blocks[xa].groups[TT].questionnaire'],
    /không được hỏi tiêu chí nào/,
  ],
]

test.each(cases)('names %s', async (_name, slug, spoil, paths, problem) => {
  const definition = await soundDefinition(slug)
  spoil(definition)
  const problems = validateDefinition(definition)
  expect(problems.map(({ path }) => path)).toEqual(paths)
  expect(problems[0]!.problem).toMatch(problem)
})

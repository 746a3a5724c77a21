/**
 * survey-core's own judgement of a questionnaire: unknown types and properties, missing names, wrong nesting. It is loaded
 * on first use only, because it costs some 50 MB that a process which never reads definitions should not pay.
 */
import type { DefinitionProblem, Questionnaire } from './definition.ts'

type JsonError = { type: string; propertyName?: string; className?: string }

/** What survey-core refuses, under `path`, in Vietnamese; empty when it takes the questionnaire as it is. */
export async function judgeQuestionnaire(questionnaire: Questionnaire, path: string): Promise<DefinitionProblem[]> {
  const { Model } = await import('survey-core')
  try {
    // A copy: survey-core may keep and change what it is given.
    const errors: JsonError[] = new Model(structuredClone(questionnaire)).jsonErrors ?? []
    return errors.map((error) => ({ path, problem: describe(error) }))
  } catch {
    return [{ path, problem: 'không đọc được phiếu này: kiểm tra lại các trang và câu hỏi' }]
  }
}

function describe({ type, propertyName, className }: JsonError): string {
  switch (type) {
    case 'unknownproperty':
      return `${partWords(className)} có mục lạ “${propertyName}”: bỏ mục ấy, hoặc sửa tên cho đúng`
    case 'requiredproperty':
      return `${partWords(className)} thiếu mục “${propertyName}”`
    case 'arrayproperty':
      return `mục “${propertyName}” phải là danh sách […]`
    case 'missingtypeproperty':
      return 'có câu hỏi chưa ghi cách trả lời (mục “type”)'
    case 'incorrecttypeproperty':
      return 'có câu hỏi ghi cách trả lời không có trong phiếu khảo sát (mục “type”)'
    default:
      return 'phiếu có chỗ viết chưa đúng cách: kiểm tra lại các trang và câu hỏi'
  }
}

/** What an officer calls a part of a questionnaire, by survey-core's name of it. */
const partWords = (className: string | undefined): string => PARTS[className ?? ''] ?? 'câu hỏi'
const PARTS: Record<string, string> = {
  ...{ survey: 'phiếu', page: 'trang', panel: 'nhóm câu hỏi', choiceitem: 'lựa chọn', itemvalue: 'lựa chọn' },
  ...{ html: 'lời dẫn', rating: 'thang điểm', boolean: 'câu có hoặc không', matrix: 'bảng chọn' },
  ...{ radiogroup: 'câu chọn một', dropdown: 'câu chọn trong danh sách', checkbox: 'câu chọn nhiều' },
  ...{ text: 'câu trả lời ngắn', comment: 'câu hỏi ý kiến' },
}

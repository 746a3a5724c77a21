/**
 * survey-core's own judgement of a questionnaire: unknown types and properties, missing names, wrong nesting. It is loaded
 * on first use only, because it costs some 50 MB that a process which never reads definitions should not pay.
 */
import type { DefinitionProblem, Questionnaire } from './definition.ts'

type JsonError = { type: string; propertyName?: string; className?: string; message: string }

/** What survey-core refuses, under `path`, in Vietnamese; empty when it takes the questionnaire as it is. */
export async function judgeQuestionnaire(questionnaire: Questionnaire, path: string): Promise<DefinitionProblem[]> {
  const { Model } = await import('survey-core')
  try {
    // A copy: survey-core may keep and change what it is given.
    const errors: JsonError[] = new Model(structuredClone(questionnaire)).jsonErrors ?? []
    return errors.map((error) => ({ path, problem: describe(error) }))
  } catch {
    return [{ path, problem: 'SurveyJS không đọc được phiếu này: kiểm tra lại các trang và câu hỏi' }]
  }
}

function describe({ type, propertyName, className, message }: JsonError): string {
  switch (type) {
    case 'unknownproperty':
      return `SurveyJS không biết mục “${propertyName}” của “${className}”`
    case 'requiredproperty':
      return `SurveyJS cần mục “${propertyName}” của “${className}”`
    case 'arrayproperty':
      return `mục “${propertyName}” phải là danh sách […]`
    case 'missingtypeproperty':
      return 'có câu hỏi thiếu “type”'
    case 'incorrecttypeproperty':
      return 'có câu hỏi mà “type” không phải loại câu hỏi của SurveyJS'
    default:
      return `SurveyJS không nhận: ${message}`
  }
}

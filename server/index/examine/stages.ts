/**
 * The stages of a year's index in words by which documents and steps are recognised, and which stage comes after which.
 * A document that says `after` itself needs no recognising.
 */
const STAGES = {
  scheme: /^(the )?scheme\b|^(quyết định .*)?đề án xác định/iu,
  criteria: /^(the )?criteria\b|tiêu chí và quy trình|^bộ tiêu chí/iu,
  surveyPlan: /^survey plan\b|kế hoạch điều tra xã hội học/iu,
  council: /^council\b|thành lập hội đồng/iu,
  selfAssessment: /^self-assessment\b|tự đánh giá/iu,
  firstAppraisal: /^first appraisal\b|thẩm định (bước|lần|vòng) (1|một)\b/iu,
  secondAppraisal: /^second appraisal\b|thẩm định (bước|lần|vòng) (2|hai)\b/iu,
  proposal: /proposal for publication|tờ trình.*công bố/iu,
  publication: /^decision of publication|^quyết định.*công bố/iu,
}

export type Stage = keyof typeof STAGES

const COMES_AFTER: Partial<Record<Stage, Stage[]>> = {
  criteria: ['scheme'],
  firstAppraisal: ['criteria', 'council', 'selfAssessment'],
  secondAppraisal: ['firstAppraisal'],
  proposal: ['scheme', 'criteria', 'surveyPlan', 'council', 'selfAssessment', 'firstAppraisal', 'secondAppraisal'],
  publication: ['proposal'],
}

export function stageOf(what: string): Stage | null {
  const found = Object.entries(STAGES).find(([, words]) => words.test(what))
  return found ? (found[0] as Stage) : null
}

/** Stages that are over before this one. */
export function stagesBefore(stage: Stage): Stage[] {
  return COMES_AFTER[stage] ?? []
}

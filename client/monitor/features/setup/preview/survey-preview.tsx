/** The questionnaire by SurveyJS's own renderer, as a second opinion beside the phone's page. */
import { Model } from 'survey-core'
import 'survey-core/i18n/vietnamese'
import 'survey-core/survey-core.fontless.css'
import { useMemo } from 'react'
import { Survey } from 'survey-react-ui'

export function SurveyPreview({ questionnaire }: { questionnaire: Record<string, unknown> }) {
  const model = useMemo(() => {
    // A copy: survey-core may keep and change what it is given.
    const survey = new Model(structuredClone(questionnaire))
    survey.locale = 'vi'
    // Looked at, not answered: there is nothing to complete, and every page can be turned to.
    survey.showCompleteButton = false
    survey.checkErrorsMode = 'onComplete'
    return survey
  }, [questionnaire])
  return <Survey model={model} />
}

/** A small survey on its whole road: invited, answered with text of their own, closed and made final. */
import { closeCampaign } from '../../campaigns/close-campaign.ts'
import type { Questionnaire } from '../../campaigns/definition.ts'
import { finalizeCampaign } from '../../campaigns/finalize-campaign.ts'
import { questionsOf } from '../../campaigns/survey-questions.ts'
import type { Answers } from '../../responses/validate-answers.ts'
import { createOpenCampaign, type TestCampaign } from '../../test/campaign.ts'
import { OFFICER, type TestSystem } from '../../test/deps.ts'
import { answerAs, seededRandom, soundAnswers } from '../../test/respondent.ts'

/** What a respondent wrote; it may stand in no export. */
export const WRITTEN = 'Tôi là anh Sìn ở bộ phận một cửa'

/** Of unit AB: 7 of group LD, 6 of CC and 3 of TT; of unit HT: 6 of TT. All of them answer, as `seed` says. */
export async function openSurvey(system: TestSystem, seed: number): Promise<TestCampaign> {
  const campaign = await createOpenCampaign(system.deps, {
    roster: [
      { unit: 'AB', group: 'LD', people: 7 },
      { unit: 'AB', group: 'CC', people: 6 },
      { unit: 'AB', group: 'TT', people: 3 },
      { unit: 'HT', group: 'TT', people: 6 },
    ],
  })
  const random = seededRandom(seed)
  for (const person of campaign.people)
    await answerAs(system.app, person, (json) => withText(json, soundAnswers(json, random)))
  return campaign
}

export async function closeSurvey({ deps }: TestSystem, { code }: TestCampaign): Promise<void> {
  await closeCampaign(deps, code, OFFICER)
  await finalizeCampaign(deps, code, OFFICER)
}

function withText(questionnaire: Questionnaire, answers: Answers): Answers {
  const texts = questionsOf(questionnaire).filter(({ type }) => type === 'comment')
  return { ...answers, ...Object.fromEntries(texts.map(({ name }) => [name, WRITTEN])) }
}

/** Gives groups that are asked the same things one questionnaire, so that strata too small can be merged. Pure. */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Block, Group, Questionnaire } from '../campaigns/definition.ts'

/** What a group is to be asked: its block's own object where nothing changed; undefined where it has no questionnaire. */
export type GroupForm = { group: string; json: Questionnaire | undefined }

/**
 * An unchanged questionnaire keeps its name; a changed one keeps it too, unless another group still has the unchanged one
 * or the same questions are asked under another name.
 */
export function shareQuestionnaires(block: Block, forms: GroupForm[]): Pick<Block, 'groups' | 'questionnaires'> {
  const { groups, questionnaires } = block
  const formOf = new Map(forms.map(({ group, json }) => [group, json]))
  const taken = new Map<string, { json: Questionnaire; text: string }>()
  const nameOf = new Map<string, string>()
  const isChanged = ({ code, questionnaire }: Group) => formOf.get(code) !== questionnaires[questionnaire]
  const give = ({ code, questionnaire }: Group): void => {
    const json = formOf.get(code)
    if (!json) return
    const text = canonicalJson(json)
    const same = taken.get(questionnaire)?.text === text ? questionnaire : nameWith(taken, text)
    const name = same ?? (taken.has(questionnaire) ? freeName(questionnaire, taken, questionnaires) : questionnaire)
    taken.set(name, { json, text })
    nameOf.set(code, name)
  }
  // Those that did not change take their own names before anything else does.
  for (const { code, questionnaire } of groups.filter((group) => !isChanged(group))) {
    const json = formOf.get(code)
    if (json) taken.set(questionnaire, { json, text: canonicalJson(json) })
  }
  groups.filter(isChanged).forEach(give)
  const used = new Set(groups.map(({ questionnaire }) => questionnaire))
  const idle = Object.entries(questionnaires).filter(([name]) => !used.has(name))
  const kept = [...taken].map(([name, { json }]): [string, Questionnaire] => [name, json])
  return {
    groups: groups.map((group) => ({ ...group, questionnaire: nameOf.get(group.code) ?? group.questionnaire })),
    questionnaires: Object.fromEntries([...idle, ...kept]),
  }
}

const nameWith = (taken: Map<string, { text: string }>, text: string): string | undefined =>
  [...taken].find(([, other]) => other.text === text)?.[0]

function freeName(base: string, taken: ReadonlyMap<string, unknown>, known: Record<string, unknown>): string {
  let number = 2
  const name = () => `${base.slice(0, 28)}-${number}`
  while (taken.has(name()) || Object.hasOwn(known, name())) number++
  return name()
}

/** What differs between two states of a block but its questions, which describe-questions.ts tells. Pure. */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Block, Criterion, Group, SetCriterion, Source, Unit } from '../campaigns/definition.ts'
import { type ChangeCode, change } from './change-words.ts'
import { compareLists } from './compare-lists.ts'
import { describeQuestions } from './describe-questions.ts'
import { decimal, differs } from './describe-values.ts'
import type { ChangeView } from './schemas.ts'

export function describeBlock(before: Block, after: Block): ChangeView[] {
  const { name } = after
  return [
    ...differs('block-name', before.name, name, after.code),
    ...(before.weighting === after.weighting ? [] : [change('block-weighting', name)]),
    ...describeList('unit', name, before.units, after.units, describeUnit),
    ...describeList('group', name, before.groups, after.groups, describeGroup),
    ...describeSources(name, before.sources, after.sources),
    ...describeList('domain', name, before.domains, after.domains, () => []),
    ...describeCriteria(name, before.criteria, after.criteria),
    ...describeQuestions(before, after),
    ...describeSet(name, before.criteriaSet, after.criteriaSet),
  ]
}

type Named = { code: string; name: string }

function describeList<Member extends Named>(
  noun: 'unit' | 'group' | 'domain',
  block: string,
  before: Member[],
  after: Member[],
  more: (block: string, before: Member, after: Member) => ChangeView[],
): ChangeView[] {
  const { added, removed, kept, reordered } = compareLists(before, after, ({ code }) => code)
  return [
    ...added.map(({ name }) => change(`${noun}-added`, block, name)),
    ...removed.map(({ name }) => change(`${noun}-removed`, block, name)),
    ...kept.flatMap(({ before: old, after: now }) => [
      ...differs(`${noun}-name`, old.name, now.name, block, now.code),
      ...more(block, old, now),
    ]),
    ...(reordered ? [change(`${noun}s-order`, block)] : []),
  ]
}

const same = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)

const describeUnit = (block: string, before: Unit, { name, aliases, predecessors }: Unit): ChangeView[] => [
  ...(same(before.aliases, aliases) ? [] : [change('unit-aliases', block, name)]),
  ...(same(before.predecessors, predecessors) ? [] : [change('unit-predecessors', block, name)]),
]

/** Which questionnaire a group answers shows in its questions. */
const describeGroup = (block: string, before: Group, { name, aliases, weight }: Group): ChangeView[] => [
  ...(same(before.aliases, aliases) ? [] : [change('group-aliases', block, name)]),
  ...differs('group-weight', decimal(before.weight ?? '–'), decimal(weight ?? '–'), block, name),
]

function describeSources(block: string, before: Source[], after: Source[]): ChangeView[] {
  const { added, removed, kept, reordered } = compareLists(before, after, ({ code }) => code)
  return [
    ...added.map(({ name, max }) => change('source-added', block, name, decimal(max))),
    ...removed.map(({ name }) => change('source-removed', block, name)),
    ...kept.flatMap(({ before: old, after: now }) => [
      ...differs('source-name', old.name, now.name, block, now.code),
      ...differs('source-max', decimal(old.max), decimal(now.max), block, now.name),
      ...(old.origin === now.origin ? [] : [change('source-origin', block, now.name)]),
    ]),
    ...(reordered ? [change('sources-order', block)] : []),
  ]
}

function describeCriteria(block: string, before: Criterion[], after: Criterion[]): ChangeView[] {
  const { added, removed, kept, reordered } = compareLists(before, after, ({ code }) => code)
  const told = (code: ChangeCode, { code: own, name, max }: Criterion) => change(code, block, own, name, decimal(max))
  return [
    ...added.map((criterion) => told('criterion-added', criterion)),
    ...removed.map((criterion) => told('criterion-removed', criterion)),
    ...kept.flatMap(({ before: old, after: now }) => [
      ...differs('criterion-name', old.name, now.name, block, now.code),
      ...differs('criterion-max', decimal(old.max), decimal(now.max), block, now.code),
      ...differs('criterion-domain', old.domain, now.domain, block, now.code),
      ...differs('criterion-source', old.source, now.source, block, now.code),
      ...(old.question === now.question ? [] : [change('criterion-question', block, now.code)]),
    ]),
    ...(reordered ? [change('criteria-order', block)] : []),
  ]
}

/** Criteria and their components in one list, the components without theirs. */
const entriesOf = (set: SetCriterion[]) =>
  set.flatMap(({ parts = [], ...criterion }) => [criterion, ...parts.map((part) => ({ ...part, of: criterion.code }))])

function describeSet(block: string, before?: SetCriterion[], after?: SetCriterion[]): ChangeView[] {
  if (!before || !after) {
    if (after) return [change('set-begun', block)]
    return before ? [change('set-ended', block)] : []
  }
  const { added, removed, kept, reordered } = compareLists(entriesOf(before), entriesOf(after), ({ code }) => code)
  return [
    ...added.map(({ code, name, max }) => change('set-added', block, code, name, decimal(max))),
    ...removed.map(({ code, name, max }) => change('set-removed', block, code, name, decimal(max))),
    ...kept.flatMap(({ before: old, after: now }) => [
      ...differs('set-name', old.name, now.name, block, now.code),
      ...differs('set-max', decimal(old.max), decimal(now.max), block, now.code),
      ...(same({ ...old, name: '', max: '' }, { ...now, name: '', max: '' })
        ? []
        : [change('set-other', block, now.code)]),
    ]),
    ...(reordered ? [change('set-other', block, '')] : []),
  ]
}

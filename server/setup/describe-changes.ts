/** What differs between two versions of a definition, for people: the versions' list, the audit log, an upload's report. Pure. */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Definition } from '../campaigns/definition.ts'
import { change } from './change-words.ts'
import { compareLists } from './compare-lists.ts'
import { describeBlock } from './describe-block.ts'
import { decimal, differs } from './describe-values.ts'
import type { ChangeView } from './schemas.ts'

/** A version that replaces everything is not told line by line. */
const MOST = 200

/** In the order of the definition; empty exactly when the two are the same. At most 201 entries, the last of them "more". */
export function describeChanges(before: Definition, after: Definition): ChangeView[] {
  const changes = [
    ...describeHead(before, after),
    ...describeLevels(before, after),
    ...describeIndex(before, after),
    ...describeBlocks(before, after),
  ]
  if (changes.length === 0) return canonicalJson(before) === canonicalJson(after) ? [] : [change('other')]
  if (changes.length <= MOST) return changes
  return [...changes.slice(0, MOST), change('more', String(changes.length - MOST))]
}

function describeHead(before: Definition, after: Definition): ChangeView[] {
  const { organizer: from, notice } = before
  const { organizer: to } = after
  return [
    ...differs('slug', before.slug, after.slug),
    ...differs('title', before.title, after.title),
    ...differs('year', String(before.year), String(after.year)),
    ...differs('organizer-name', from.name, to.name),
    ...differs('organizer-phone', from.phone, to.phone),
    ...differs('organizer-email', from.email, to.email),
    ...differs('survey-max', decimal(before.surveyMax), decimal(after.surveyMax)),
    ...differs('minimum-cell', String(before.minimumCell), String(after.minimumCell)),
    ...differs('notice-version', notice.version, after.notice.version),
    ...(notice.text === after.notice.text ? [] : [change('notice-text')]),
  ]
}

function describeLevels(before: Definition, after: Definition): ChangeView[] {
  const { added, removed, kept, reordered } = compareLists(before.levels, after.levels, ({ value }) => value)
  const shown = ({ noOpinion: { value, name } }: Definition) => `${name} (${value})`
  return [
    ...added.map(({ name, share }) => change('level-added', name, decimal(share))),
    ...removed.map(({ name }) => change('level-removed', name)),
    ...kept.flatMap(({ before: old, after: now }) => [
      ...(old.name === now.name ? [] : [change('level-name', now.value, old.name, now.name)]),
      ...(old.share === now.share ? [] : [change('level-share', now.name, decimal(old.share), decimal(now.share))]),
    ]),
    ...(reordered ? [change('levels-order')] : []),
    ...differs('no-opinion', shown(before), shown(after)),
  ]
}

function describeIndex({ index: before }: Definition, { index: after }: Definition): ChangeView[] {
  if (!before || !after) {
    if (after) return [change('index-added')]
    return before ? [change('index-removed')] : []
  }
  const classes = (rules: typeof before) =>
    rules.classes.map(({ code, name, from }) => `${code} ${name} từ ${decimal(from)}`).join(', ')
  return [
    ...differs('index-total', decimal(before.total), decimal(after.total)),
    ...(before.ties === after.ties ? [] : [change('index-ties')]),
    ...differs('index-classes', classes(before), classes(after)),
  ]
}

function describeBlocks(before: Definition, after: Definition): ChangeView[] {
  const { added, removed, kept, reordered } = compareLists(before.blocks, after.blocks, ({ code }) => code)
  return [
    ...added.map(({ name }) => change('block-added', name)),
    ...removed.map(({ name }) => change('block-removed', name)),
    ...(reordered ? [change('blocks-order')] : []),
    ...kept.flatMap((pair) => describeBlock(pair.before, pair.after)),
  ]
}

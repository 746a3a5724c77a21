/** One field as an officer edits it: the draft, what stands on the server, and the two when another was faster. */
import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../shared/call-api.ts'
import type { FieldsView, ReportField, SavedField } from '../../../shared/report-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { dropDraft, readDraft, useDraft, useDraftOwner, writeDraft } from './field-drafts.ts'
import { savedOf } from './field-text.ts'
import { fieldsQuery, reportQuery } from './report-query.ts'

type Other = { text: string; version: number; by: string; at: string }

/**
 * `draft` undefined: nobody edits here. `other`: what somebody saved since the draft was begun. `type` keeps a draft over
 * the version given, or over the one that the draft began with.
 */
export function useField(code: string, field: ReportField) {
  const client = useQueryClient()
  const email = useDraftOwner()
  const draft = useDraft(email, code, field.field)
  const patch = (change: Partial<ReportField>) =>
    client.setQueryData<FieldsView>(fieldsQuery(code).queryKey, (before) =>
      before
        ? { fields: before.fields.map((one) => (one.field === field.field ? { ...one, ...change } : one)) }
        : undefined,
    )
  const saving = useSingleMutation({
    mutationFn: ({ text, version }: { text: string; version: number }) =>
      request<SavedField>(campaignPath(code, `/index/report/fields/${encodeURIComponent(field.field)}`), {
        method: 'PUT',
        json: { text, version },
      }),
    onSuccess: ({ text, version }, sent) => {
      // Who types on while the call is under way has a draft over what is now saved.
      const typed = readDraft(email, code, field.field)?.text
      if (typed === undefined || savedOf(field.field, typed) === sent.text) dropDraft(email, code, field.field)
      else writeDraft(email, code, field.field, typed, version)
      patch({ text, version, by: email, at: new Date().toISOString() })
      void client.invalidateQueries({ queryKey: fieldsQuery(code).queryKey })
      void client.invalidateQueries({ queryKey: reportQuery(code).queryKey })
      void client.invalidateQueries({ queryKey: ['campaign', code, 'report-versions', field.field] })
    },
    onError: (error) => {
      const theirs = error instanceof ApiError && error.code === 'field-changed' ? (error.details as Other) : undefined
      if (theirs) patch(theirs)
    },
  })
  const isBehind = draft !== undefined && field.version > draft.version
  // A lost race is shown as both texts, not as a refusal.
  const lost = saving.error instanceof ApiError && saving.error.code === 'field-changed'
  return {
    draft,
    other: isBehind ? field : undefined,
    own: field.by === email,
    busy: saving.isPending,
    error: lost ? null : saving.error,
    type: (text: string, version = draft?.version ?? field.version) =>
      writeDraft(email, code, field.field, text, version),
    drop: () => {
      saving.reset()
      dropDraft(email, code, field.field)
    },
    /** `text` as the server keeps it; asked again meanwhile, it saves once. */
    save: (text: string, version: number, onSaved?: () => void) =>
      saving.mutate({ text, version }, { ...(onSaved && { onSuccess: onSaved }) }),
  }
}
export type FieldState = ReturnType<typeof useField>

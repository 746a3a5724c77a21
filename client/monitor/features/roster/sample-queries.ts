/** The calls of sampling. A rehearsal reads the file and counts; only `useDraw` writes. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { networkLost, refusalOf } from '../../../shared/call-api.ts'
import type {
  RepeatView,
  SampleMethod,
  SampleReport,
  SampleView,
  SizesBody,
  SizesView,
} from '../../../shared/sample-types.ts'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { request, withSession } from '../../shared/request.ts'
import { saveBlob } from '../../shared/save-blob.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'

type DrawWish = {
  file: File
  method: SampleMethod
  seed: string
  partial: boolean
  roster: 'replace' | 'add' | null
}

function formOf(file: File, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

/** Reads the file, under a method that is about to be chosen: what counts is who is in it. */
export const useStaffCheck = (code: string) =>
  useMutation({
    mutationFn: (file: File) =>
      request<SampleReport>(campaignPath(code, '/sample?dryRun=true'), {
        method: 'POST',
        form: formOf(file, { method: JSON.stringify({ kind: 'everybody' }) }),
      }),
  })

export function useDraw(code: string) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: ({ file, method, seed, partial, roster }: DrawWish) => {
      const query = new URLSearchParams({ ...(partial ? { partial: 'true' } : {}), ...(roster ? { roster } : {}) })
      const form = formOf(file, { method: JSON.stringify(method), seed })
      return request<SampleReport>(campaignPath(code, `/sample?${query}`), { method: 'POST', form })
    },
    onSettled: () => refreshCampaign(client, code),
  })
}

/** How many each stratum would give; `method` null while what is typed makes none. */
export const useSizes = (code: string, method: SampleMethod | null, strata: SizesBody['strata']) =>
  useQuery({
    enabled: method !== null,
    queryKey: ['sample-sizes', code, method, strata],
    queryFn: ({ signal }) =>
      request<SizesView>(campaignPath(code, '/sample/sizes'), { method: 'POST', json: { method, strata }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })

const samplesQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'samples'],
    queryFn: ({ signal }) => request<SampleView[]>(campaignPath(code, '/samples'), { signal }),
  })
export const useSamples = (code: string) => useQuery(samplesQuery(code))

export const useRepeat = (code: string, id: string) =>
  useMutation({
    mutationFn: (file: File) =>
      request<RepeatView>(campaignPath(code, `/samples/${id}/repeat`), { method: 'POST', form: formOf(file) }),
  })

/** Fetches everybody's key, hash and rank as a file, and hands it to the browser to keep. */
export const useRanks = (code: string, id: string) =>
  useMutation({
    mutationFn: (file: File) =>
      withSession(async (csrfToken) => {
        const path = campaignPath(code, `/samples/${id}/ranks.csv`)
        const headers = { 'x-csrf-token': csrfToken ?? '' }
        const answer = await fetch(path, { method: 'POST', headers, body: formOf(file) }).catch(() => {
          throw networkLost()
        })
        if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => undefined))
        saveBlob(await answer.blob(), `rut-mau-${id}.csv`)
      }),
  })

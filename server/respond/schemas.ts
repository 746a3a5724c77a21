/** What the page hands to its script, as JSON inside the page: no token, no name of a person, no answer. */
import { z } from 'zod'

export const PageInvitation = z.object({
  id: z.string(),
  unit: z.string(),
  group: z.string(),
  stratum: z.string(),
  answered: z.boolean(),
  /** SPKI, DER, base64url; absent when nothing can be answered. */
  key: z.string().optional(),
  /** Which of the page's forms it answers. */
  form: z.int().optional(),
})
export type PageInvitation = z.infer<typeof PageInvitation>

export const PageData = z.object({
  campaign: z.string(),
  status: z.enum(['draft', 'open', 'paused', 'closed', 'final']),
  title: z.string(),
  /** The version of the notice that a consent refers to. */
  notice: z.string(),
  phone: z.string(),
  invitations: z.array(PageInvitation),
  /** One entry a form; the SurveyJS JSON only for a form that needs survey-react-ui. */
  forms: z.array(z.record(z.string(), z.unknown()).nullable()),
  /** Address of the blinding code, for a second attempt to load it. */
  seal: z.string(),
  /** Only when officers look at a questionnaire: said where sending would begin. Nothing is kept, told or sent. */
  preview: z.string().optional(),
})
export type PageData = z.infer<typeof PageData>

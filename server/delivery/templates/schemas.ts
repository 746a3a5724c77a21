/** Shapes of a campaign's own words for its messages. What may stand in them is judged by validate-template.ts. */
import { z } from 'zod'
import { CodeParams } from '../../campaigns/schemas.ts'

export { CodeParams }

export const TemplateKind = z.enum(['invitation', 'reminder'])
export type TemplateKind = z.infer<typeof TemplateKind>
export const TemplateParams = CodeParams.extend({ kind: TemplateKind })

/** Wider than what is allowed, so that a text a little too long gets a sentence that says so. */
export const TemplateBody = z.strictObject({ subject: z.string().max(2_000), body: z.string().max(50_000) })
export type TemplateBody = z.infer<typeof TemplateBody>

/** Where in the words, and what to mend, in Vietnamese. */
export const TemplateProblem = z.object({ path: z.enum(['subject', 'body']), problem: z.string() })
export type TemplateProblem = z.infer<typeof TemplateProblem>

export const TemplateView = z.object({
  subject: z.string(),
  body: z.string(),
  /** False: the built-in words. */
  custom: z.boolean(),
  updatedBy: z.string().nullable(),
  updatedAt: z.iso.datetime().nullable(),
})
export type TemplateView = z.infer<typeof TemplateView>

export const TemplatesView = z.object({
  invitation: TemplateView,
  reminder: TemplateView,
  /** `name` with its braces, as it stands in the words. */
  placeholders: z.array(z.object({ name: z.string(), meaning: z.string(), example: z.string() })),
  /** What every mail carries below the words, whatever they say. */
  always: z.array(z.string()),
  /** Zalo's template is approved beforehand and has no words of ours: only these fields, shown as a card. */
  zalo: z.object({
    fields: z.array(z.object({ name: z.string(), meaning: z.string(), example: z.string() })),
    button: z.string(),
    note: z.string(),
  }),
})
export type TemplatesView = z.infer<typeof TemplatesView>

/** With a sample person. `problems` forbid keeping these words; `warnings` do not. */
export const TemplatePreview = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  problems: z.array(TemplateProblem),
  warnings: z.array(TemplateProblem),
})
export type TemplatePreview = z.infer<typeof TemplatePreview>

export const TemplateTest = z.object({
  /** The signed-in account's own address. */
  sentTo: z.string(),
  outcome: z.enum(['sent', 'retry', 'rejected', 'unknown']),
  /** What came of it and what to do, in Vietnamese. */
  words: z.string(),
})
export type TemplateTest = z.infer<typeof TemplateTest>

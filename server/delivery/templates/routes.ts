/** A campaign's own words for its messages, tried out on the screen and in one's own mailbox. */
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { readTemplates } from './read-templates.ts'
import { CodeParams, TemplateBody, TemplateParams, TemplatePreview, TemplatesView, TemplateTest } from './schemas.ts'
import { resetTemplate, setTemplate } from './set-template.ts'
import { previewTemplate, testTemplate } from './try-template.ts'

/** Per account: a test mail is for looking at, not for sending. */
const FEW = {
  rateLimit: {
    max: 5,
    timeWindow: '1 minute',
    hook: 'preHandler' as const,
    keyGenerator: (req: FastifyRequest) => `template-test ${req.staff.id}`,
  },
}

export function templateRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/campaigns/:code/templates',
    { preHandler: permit('sending.read'), schema: { params: CodeParams, response: { 200: TemplatesView } } },
    (req) => readTemplates(deps, req.params.code),
  )

  app.put(
    '/api/campaigns/:code/templates/:kind',
    {
      preHandler: permit('sending.change'),
      schema: { params: TemplateParams, body: TemplateBody, response: { 200: TemplatesView } },
    },
    async (req) => {
      await setTemplate(deps, req.params.code, req.params.kind, req.body, req.staff)
      return readTemplates(deps, req.params.code)
    },
  )

  app.delete(
    '/api/campaigns/:code/templates/:kind',
    { preHandler: permit('sending.change'), schema: { params: TemplateParams, response: { 200: TemplatesView } } },
    async (req) => {
      await resetTemplate(deps, req.params.code, req.params.kind, req.staff)
      return readTemplates(deps, req.params.code)
    },
  )

  app.post(
    '/api/campaigns/:code/templates/:kind/preview',
    {
      preHandler: permit('sending.read'),
      schema: { params: TemplateParams, body: TemplateBody, response: { 200: TemplatePreview } },
    },
    (req) => previewTemplate(deps, req.params.code, req.params.kind, req.body),
  )

  app.post(
    '/api/campaigns/:code/templates/:kind/test',
    {
      config: FEW,
      preHandler: permit('sending.change'),
      schema: { params: TemplateParams, body: TemplateBody, response: { 200: TemplateTest } },
    },
    (req) => testTemplate(deps, req.params.code, req.params.kind, req.body, req.staff),
  )
}

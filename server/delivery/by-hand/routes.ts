/** Handing links over: the list, the cards, one message at a time, marks, a new link, a corrected address. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { correctContact } from './correct-contact.ts'
import { listPeopleByHand } from './list-people.ts'
import { markHanded, markManyHanded, unmarkHanded } from './mark-handed.ts'
import { printSheet } from './print-sheet.ts'
import { reissueLink } from './reissue-link.ts'
import {
  ByHandQuery,
  ByHandView,
  CodeParams,
  ContactBody,
  ContactView,
  HandedBody,
  HandedManyBody,
  HandedManyView,
  HandedView,
  HandMessageView,
  PersonParams,
  ReissueView,
  SheetQuery,
} from './schemas.ts'
import { showMessage } from './show-message.ts'

export function byHandRoutes(app: App, deps: Deps): void {
  const use = permit('hand.use')
  const change = permit('people.change')

  app.get(
    '/api/campaigns/:code/by-hand',
    { preHandler: use, schema: { params: CodeParams, querystring: ByHandQuery, response: { 200: ByHandView } } },
    (req) => listPeopleByHand(deps, req.params.code, req.query, req.staff),
  )

  app.get(
    '/api/campaigns/:code/by-hand/sheet',
    { preHandler: use, schema: { params: CodeParams, querystring: SheetQuery, response: { 200: z.string() } } },
    async (req, reply) => {
      const { page, headers } = await printSheet(deps, req.params.code, req.query, req.staff)
      return reply.headers(headers).send(page)
    },
  )

  app.post(
    '/api/campaigns/:code/by-hand/:person/message',
    { preHandler: use, schema: { params: PersonParams, response: { 200: HandMessageView } } },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return showMessage(deps, req.params, req.staff)
    },
  )

  app.post(
    '/api/campaigns/:code/by-hand/handed',
    { preHandler: use, schema: { params: CodeParams, body: HandedManyBody, response: { 200: HandedManyView } } },
    (req) => markManyHanded(deps, req.params.code, req.body.people, req.body.how, req.staff),
  )

  app.post(
    '/api/campaigns/:code/by-hand/:person/handed',
    { preHandler: use, schema: { params: PersonParams, body: HandedBody, response: { 200: HandedView } } },
    (req) => markHanded(deps, req.params, req.body.how, req.staff),
  )

  app.delete(
    '/api/campaigns/:code/by-hand/:person/handed',
    { preHandler: use, schema: { params: PersonParams, response: { 200: HandedView } } },
    (req) => unmarkHanded(deps, req.params, req.staff),
  )

  app.post(
    '/api/campaigns/:code/people/:person/reissue',
    { preHandler: change, schema: { params: PersonParams, response: { 200: ReissueView } } },
    (req) => reissueLink(deps, req.params, req.staff),
  )

  app.post(
    '/api/campaigns/:code/people/:person/contact',
    { preHandler: change, schema: { params: PersonParams, body: ContactBody, response: { 200: ContactView } } },
    (req) => correctContact(deps, req.params, req.body, req.staff),
  )
}

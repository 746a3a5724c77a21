/**
 * The door of the answer side (CONTRACT "Respondents"). No token and no cookie come here, the access log leaves these
 * requests out, and there is no limit by address: a whole office may sit behind one. app.ts registers it apart from the
 * plugins of all other routes.
 */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { createResponseDoor } from './accept-response.ts'
import { listReceipts } from './list-receipts.ts'
import { ReceiptsView, ReceiptView, ResponseBody } from './schemas.ts'

export function responseRoutes(app: App, deps: Deps): void {
  const door = createResponseDoor(deps)
  app.addHook('onClose', () => door.drain())

  app.post(
    '/api/responses',
    {
      logLevel: 'silent',
      bodyLimit: 128 * 1024,
      schema: { body: ResponseBody, response: { 200: ReceiptView, 201: ReceiptView } },
    },
    async (req, reply) => {
      const { receipt, first } = await door.accept(req.body)
      return reply.code(first ? 201 : 200).send({ receipt })
    },
  )

  app.get(
    '/api/campaigns/:code/receipts',
    {
      schema: {
        params: z.object({
          code: z
            .string()
            .max(64)
            .regex(/^[^\0]*$/),
        }),
        response: { 200: ReceiptsView },
      },
    },
    (req) => listReceipts(deps, req.params.code),
  )
}

/** Schemas of the answer side's calls (CONTRACT "Respondents"). */
import { z } from 'zod'

const base64url = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/)

export const ResponseBody = z.object({
  stratum: base64url(1, 64),
  /** 32 random bytes and the stratum's name. */
  message: base64url(43, 200),
  signature: z.string().regex(/^[A-Za-z0-9_-]{342}$/),
  answers: z.record(z.string().max(100), z.unknown()),
})
export const ReceiptView = z.object({ receipt: z.string() })
export const ReceiptsView = z.object({ count: z.int(), receipts: z.array(z.string()) })

type Reply = { statusCode: number; body: string; json(): { code?: string } }

/** Status and, of a refusal, its code. */
export const verdict = (reply: Reply): [status: number, code: string | undefined] => [
  reply.statusCode,
  reply.body ? reply.json().code : undefined,
]

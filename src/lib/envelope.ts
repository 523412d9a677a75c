import * as z from 'types/zod'
import { AppError } from 'types/app-error'
import { errorBook, type ErrorCode } from 'types/errors'

const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      message: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
      requestId: z.string().optional(),
    }),
  }),
])

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorBook, code)

/**
 * The data of an envelope.
 * Errors: the envelope's own error; INTERNAL when the reply is no envelope.
 */
export const openEnvelope = (reply: unknown): unknown => {
  const parsed = Reply.safeParse(reply)
  if (!parsed.success) throw new AppError('INTERNAL', { reason: 'the reply is no envelope' })
  if (parsed.data.ok) return parsed.data.data
  const { code, ...details } = parsed.data.error
  throw new AppError(isErrorCode(code) ? code : 'INTERNAL', details)
}

import * as z from './zod'

/** An anonymous reporter's key, as his phone made it. */
export const RetrievalKey = z
  .string({ error: '查询口令有误' })
  .min(16, { error: '查询口令有误' })
  .max(64, { error: '查询口令有误' })

import * as z from './zod'
import { Id } from './ids'

/** ISO instant in the envelope; a Date in the database. Handlers return Dates, the envelope carries text. */
export const Instant = z.union([z.date(), z.iso.datetime()]).transform((at) => new Date(at).toISOString())

/** Instant the phone sends (a deadline, a window). */
export const InstantInput = z.iso.datetime({ error: '请选择有效的时间' })

// Zero-width letters, marks of direction, soft hyphens: nobody sees them, and a text of them alone is empty.
const isVisible = (written: string) => written.replace(/\p{Cf}/gu, '').trim() !== ''

/** Free text of a person: trimmed, 1..max characters, at least one of which can be seen. */
export const text = (max: number, name = '内容') =>
  z
    .string({ error: `请填写${name}` })
    .trim()
    .min(1, { error: `请填写${name}` })
    .max(max, { error: `${name}最多 ${max} 个字` })
    .refine(isVisible, { error: `请填写${name}` })

export const optionalText = (max: number, name = '内容') =>
  z
    .string({ error: `${name}应是文字` })
    .trim()
    .max(max, { error: `${name}最多 ${max} 个字` })
    .optional()

/** A file in cloud storage, as wx.cloud.uploadFile names it. */
export const FileId = z
  .string({ error: '文件编号有误' })
  .max(300)
  .regex(/^cloud:\/\/[\w.-]+\/[\w./-]+$/, { error: '文件编号有误' })

/** A picture as a person may see it: the temporary address expires. `checked` tells whether the content check passed. */
export const Picture = z.object({
  fileId: FileId,
  url: z.string(),
  check: z.enum(['pending', 'pass', 'review', 'risky']),
})
export type Picture = z.output<typeof Picture>

export const PageQuery = { page: z.int().min(1).max(500).default(1), size: z.int().min(1).max(50).default(20) }

export const Version = z.int().min(0)

/** What a command that only changes state answers. */
export const Done = z.object({ id: Id, state: z.string(), version: Version })

/** One line of the time line a person sees. */
export const TimelineItem = z.object({
  at: Instant,
  title: z.string(),
  detail: z.string().optional(),
  tone: z.enum(['done', 'now', 'late', 'next']),
})

import * as z from './zod'
import { FileId, Picture, text } from './fields'

/** Bytes a picture of an application may have, by what it is, and how many certificates there may be. */
export const paperLimits = {
  photo: 2 * 1024 * 1024,
  certificate: 3 * 1024 * 1024,
  signature: 300 * 1024,
  certificates: 6,
} as const

/** Width to height of the photograph on the form: one inch, 25 × 35 mm. */
export const photoShape = { width: 25, height: 35 } as const

/** Pictures handed in with the form: files uploaded to `application/<id of the application>/`, or ones kept from before. */
export const Papers = z.strictObject({
  photo: FileId.optional(),
  signature: FileId.optional(),
  certificates: z
    .array(z.strictObject({ fileId: FileId, name: text(30, '证书名称') }))
    .max(paperLimits.certificates, { error: `证书照片最多 ${paperLimits.certificates} 张` })
    .default([]),
})
export type Papers = z.output<typeof Papers>

/** The same as a person may see them; `url` is empty where a file is gone. */
export const PapersView = z.object({
  photo: Picture.nullable(),
  signature: Picture.nullable(),
  certificates: z.array(Picture.extend({ name: z.string() })),
})
export type PapersView = z.output<typeof PapersView>

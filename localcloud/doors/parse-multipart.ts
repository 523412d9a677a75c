import { refusal } from './door'

const CRLF2 = Buffer.from('\r\n\r\n')

const nameOf = (head: string): string | undefined => /(?:^|;\s*|\s)name="([^"]*)"/.exec(head)?.[1]

/** Splits a multipart/form-data body into its fields by name. @throws Refusal 400 */
export const parseMultipart = (body: Buffer, contentType: string): Map<string, Buffer> => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw refusal(400, '表单没有写明分隔符，无法读取。')
  const mark = Buffer.from(`--${boundary}`)
  const fields = new Map<string, Buffer>()
  let start = body.indexOf(mark)
  while (start >= 0) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = body.subarray(start + mark.length + 2, end - 2)
    const gap = part.indexOf(CRLF2)
    const name = gap < 0 ? undefined : nameOf(part.subarray(0, gap).toString('utf8'))
    if (name !== undefined) fields.set(name, part.subarray(gap + CRLF2.length))
    start = end
  }
  return fields
}

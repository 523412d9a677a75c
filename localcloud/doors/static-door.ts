import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentTypeOf } from './content-type'
import { refusal, type Door, type Exchange, type Reply } from './door'

const HASHED = /\.[0-9a-f]{8,}\.\w+$/

const relativeOf = ({ path: raw }: Exchange): string => {
  try {
    return path.posix.normalize(decodeURIComponent(raw)).replace(/^\/+/, '')
  } catch {
    throw refusal(400, '网页地址写错了，请检查。')
  }
}

const read = async (folder: string, relative: string): Promise<Reply> => {
  const file = path.join(folder, relative)
  if (!file.startsWith(folder + path.sep)) return undefined
  const body = await readFile(file).catch(() => undefined)
  const cached = HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
  return body && { body, type: contentTypeOf(file), headers: { 'cache-control': cached } }
}

/** The H5 build at `/`; an address without file extension is a route of the single page. */
export const staticDoor = (folder: string | undefined): Door => ({
  method: 'GET',
  path: '/',
  open: async (exchange) => {
    if (!folder) throw refusal(404, '这里没有网页，请先运行 npm run build:h5 再启动。')
    const relative = relativeOf(exchange)
    const found = await read(folder, relative === '' ? 'index.html' : relative)
    if (found) return found
    const page = path.extname(relative) === '' ? await read(folder, 'index.html') : undefined
    if (page) return page
    throw refusal(404, `没有这个网页或文件：/${relative}。`)
  },
})

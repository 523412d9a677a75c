import type { CloudRooms } from '../cloud-rooms'
import { underFault } from '../faults/under-fault'
import { FILE_LIMIT, type Storage, type StorageFault } from '../storage/open-storage'
import { openidOf } from './call-door'
import { contentTypeOf } from './content-type'
import { isRefusal, jsonReply, refusal, type Door, type Reply } from './door'
import { parseMultipart } from './parse-multipart'
import { pathBehind } from './path-behind'

const escapeXml = (text: string): string => text.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const cosError = (status: number, code: string, message: string): Reply => ({
  status,
  type: 'application/xml',
  body: `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
})

const store = async (storage: Storage, ticket: string, cloudPath: string, content: Buffer): Promise<Reply> => {
  if (!storage.isTicket(ticket, cloudPath)) return cosError(403, 'SignatureDoesNotMatch', 'signature does not match')
  const saved = await storage.save(cloudPath, content)
  return 'fileID' in saved ? { body: '' } : cosError(400, saved.code, saved.message)
}

/** The object store the SDK uploads to, with the ticket of `storage.getUploadMetadata`: raw PUT or form POST. */
const cosDoors = ({ storage }: CloudRooms): Door[] => [
  {
    method: 'PUT',
    path: '/cos/',
    open: async (exchange) => {
      const ticket = exchange.request.headers.authorization ?? ''
      try {
        return await store(storage, ticket, pathBehind(exchange, '/cos/'), await exchange.body(FILE_LIMIT))
      } catch (error) {
        if (isRefusal(error)) return cosError(error.status, 'EntityTooLarge', error.message)
        throw error
      }
    },
  },
  {
    method: 'POST',
    path: '/cos/',
    open: async (exchange) => {
      const fields = parseMultipart(await exchange.body(), exchange.request.headers['content-type'] ?? '')
      const ticket = (fields.get('Signature') ?? fields.get('signature'))?.toString() ?? ''
      return store(storage, ticket, pathBehind(exchange, '/cos/'), fields.get('file') ?? Buffer.alloc(0))
    },
  },
]

const fileDoor = ({ storage }: CloudRooms): Door => ({
  method: 'GET',
  path: '/file/',
  open: async (exchange) => {
    const cloudPath = pathBehind(exchange, '/file/')
    const query = exchange.query()
    const content = await storage.open(cloudPath, query.get('sign') ?? '', Number(query.get('t')))
    if (!content) throw refusal(403, '这个文件地址无效或已过期，请重新获取。')
    // Uploaded files are foreign matter: they may not run as pages of this origin.
    const headers = { 'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'" }
    return { body: content, type: contentTypeOf(cloudPath), headers }
  },
})

const STATUS: Record<string, number> = { STORAGE_EXCEED_AUTHORITY: 403, STORAGE_EXCEED_SIZE: 413 }

const uploadReply = (saved: { fileID: string } | StorageFault): Reply =>
  'fileID' in saved
    ? jsonReply(saved)
    : jsonReply({ code: saved.code, message: `${saved.message}，请检查后再传。` }, STATUS[saved.code] ?? 400)

/** `POST /upload?path=`: what wx.cloud.uploadFile does on the phone. */
const uploadDoor = ({ storage, faults, wechat }: CloudRooms): Door => ({
  method: 'POST',
  path: '/upload',
  open: async (exchange) => {
    const openid = openidOf(exchange)
    const cloudPath = exchange.query().get('path') ?? ''
    const content = await exchange.body(FILE_LIMIT)
    wechat.visits.visit(openid)
    return underFault<Reply>(faults.take('storage', 'upload'), {
      run: async () => uploadReply(await storage.save(cloudPath, content, openid)),
      refuse: () => jsonReply({ code: 'STORAGE_REQUEST_FAIL', message: '上传失败，请稍后再试。' }, 503),
      timeout: () => jsonReply({ code: 'SERVER_TIMEOUT', message: '上传超时，请稍后再试。' }, 504),
      kill: () => exchange.response.destroy(),
    })
  },
})

export const storageDoors = (rooms: CloudRooms): Door[] => [...cosDoors(rooms), fileDoor(rooms), uploadDoor(rooms)]

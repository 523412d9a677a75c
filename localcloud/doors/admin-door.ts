import { randomUUID } from 'node:crypto'
import type { Faults } from '../faults/open-faults'
import { underFault } from '../faults/under-fault'
import { functionCaller } from '../functions/caller'
import type { Functions } from '../functions/open-functions'
import type { Instance } from '../functions/start-instance'
import type { Storage } from '../storage/open-storage'
import type { WeChat } from '../wechat/open-wechat'
import { jsonReply, type Door, type Exchange, type Reply } from './door'
import { parseMultipart } from './parse-multipart'
import { parseObject, type JsonObject } from './read-json'
import type { DatabaseRoom } from '../cloud-rooms'

type Rooms = { database: DatabaseRoom; functions: Functions; wechat: WeChat; storage: Storage; faults: Faults }

type AdminFailure = { code: string; message: string; requestId: string }

const failure = (code: string, message: string): AdminFailure => ({ code, message, requestId: randomUUID() })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const database = async (
  { database: room, faults }: Rooms,
  request: JsonObject,
  instance?: Instance,
): Promise<unknown> => {
  const carryOut = async (): Promise<unknown> => {
    const reply = await room.handle(request as Parameters<DatabaseRoom['handle']>[0])
    if (instance?.countTrip()) instance.kill()
    return reply
  }
  const fault = faults.take('database', text(request.collectionName), text(request.action))
  if (!fault) return carryOut()
  return underFault<unknown>(fault, {
    run: carryOut,
    refuse: () => failure('DATABASE_REQUEST_FAILED', 'database request fail'),
    timeout: () => failure('SERVER_TIMEOUT', 'resource server timeout'),
    kill: () => instance?.kill(),
  })
}

const invokeFunction = async ({ functions }: Rooms, request: JsonObject, instance?: Instance): Promise<unknown> => {
  const event = parseObject(text(request.request_data))
  const outcome = await functions.invoke({
    name: text(request.function_name),
    event: JSON.stringify(event),
    action: text(event.action),
    caller: functionCaller(instance?.task()?.caller),
  })
  if (!outcome.ok) return failure(outcome.failure.code, outcome.failure.message)
  return { requestId: randomUUID(), data: { response_data: outcome.json } }
}

const storage = ({ storage: room, faults }: Rooms, request: JsonObject, instance?: Instance): Promise<unknown> =>
  underFault<unknown>(faults.take('storage', text(request.action)), {
    run: () => room.admin(request),
    refuse: () => failure('STORAGE_REQUEST_FAIL', 'storage request fail'),
    timeout: () => failure('SERVER_TIMEOUT', 'resource server timeout'),
    kill: () => instance?.kill(),
  })

const openApi = async ({ wechat }: Rooms, body: Buffer, contentType: string, instance?: Instance): Promise<Reply> => {
  const fields = parseMultipart(body, contentType)
  const action = fields.get('action')?.toString()
  if (action !== 'wx.openApi') return jsonReply(failure('INVALID_PARAM', `action ${action} is not supported`))
  const reply = await wechat.answer({
    api: fields.get('apiName')?.toString() ?? '',
    data: fields.get('requestData') ?? Buffer.alloc(0),
    instance,
  })
  // The SDK takes any answer that is not JSON for the protobuf one.
  return { body: reply, type: 'application/octet-stream' }
}

const jsonAction = (rooms: Rooms, request: JsonObject, instance?: Instance): Promise<unknown> => {
  const action = text(request.action)
  if (action.startsWith('database.')) return database(rooms, request, instance)
  if (action === 'functions.invokeFunction') return invokeFunction(rooms, request, instance)
  if (action.startsWith('storage.')) return storage(rooms, request, instance)
  return Promise.resolve(failure('INVALID_PARAM', `action ${action} is not supported`))
}

/**
 * The SDK's door. An instance is told the address `/admin/<its id>`, so that what it asks is counted for it and its
 * permissions hold; `/admin` alone is the administrator's.
 */
export const adminDoors = (rooms: Rooms): Door[] => {
  const open = async (exchange: Exchange): Promise<Reply> => {
    const instance = rooms.functions.instance(Number(exchange.path.slice('/admin/'.length)))
    const body = await exchange.body()
    const contentType = exchange.request.headers['content-type'] ?? ''
    const reply = contentType.startsWith('multipart/')
      ? await openApi(rooms, body, contentType, instance)
      : jsonReply(await jsonAction(rooms, parseObject(body.toString('utf8')), instance))
    if (!instance || instance.alive()) return reply
    // Who asked is gone: nobody may hear the answer.
    exchange.response.destroy()
    return undefined
  }
  return [
    { method: 'POST', path: '/admin', open },
    { method: 'POST', path: '/admin/', open },
  ]
}

import type { CloudRooms } from '../cloud-rooms'
import type { ConsentResult } from '../wechat/open-consents'
import type { Suggest } from '../wechat/message-check'
import { jsonReply, refusal, type Door } from './door'
import { oneOf, optionalNumber, optionalText, readJson, textOf } from './read-json'

const RESULTS: ConsentResult[] = ['accept', 'reject', 'ban']
const SUGGESTS: Suggest[] = ['pass', 'review', 'risky']

const inboxDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'GET',
  path: '/wechat/inbox',
  open: (exchange) => jsonReply({ messages: wechat.inbox.read(exchange.query().get('openid') ?? undefined) }),
})

/** What the user answers in requestSubscribeMessage; `quota` sets WeChat's count outright. */
const consentDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'POST',
  path: '/wechat/consent',
  open: async (exchange) => {
    const body = await readJson(exchange)
    const openid = textOf(body, 'openid')
    const templateId = textOf(body, 'templateId')
    const quota = optionalNumber(body, 'quota')
    if (quota !== undefined) return jsonReply(wechat.consents.setQuota(openid, templateId, quota))
    const result = oneOf(body, 'result', RESULTS)
    return jsonReply(wechat.consents.answer(openid, templateId, result, optionalNumber(body, 'count')))
  },
})

const phoneCodeDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'POST',
  path: '/wechat/phone-code',
  open: async (exchange) => {
    const body = await readJson(exchange)
    const phone = textOf(body, 'phone')
    if (!/^1\d{10}$/.test(phone)) throw refusal(400, 'phone 应当是 11 位手机号，请改正。')
    return jsonReply({ code: wechat.phoneCodes.issue(textOf(body, 'openid'), phone) })
  },
})

const visitDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'POST',
  path: '/wechat/visit',
  open: async (exchange) => {
    wechat.visits.visit(textOf(await readJson(exchange), 'openid'))
    return jsonReply({ ok: true })
  },
})

const mediaResultDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'POST',
  path: '/wechat/media-result',
  open: async (exchange) => {
    const body = await readJson(exchange)
    const suggest = oneOf(body, 'suggest', SUGGESTS)
    const label = optionalNumber(body, 'label') ?? (suggest === 'pass' ? 100 : 20002)
    const verdict = { suggest, label, errcode: optionalNumber(body, 'errcode') }
    if (!(await wechat.mediaChecks.deliver(verdict, optionalText(body, 'traceId'))))
      throw refusal(404, '没有等待结果的图片检查，请先发起一次。')
    return jsonReply({ ok: true })
  },
})

const codeDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'GET',
  path: '/wechat/code.png',
  open: (exchange) => {
    const query = exchange.query()
    const png = wechat.codes.png(query.get('scene') ?? '', query.get('page') ?? undefined)
    if (!png) throw refusal(404, '没有生成过这个小程序码，请先生成。')
    return { body: png, type: 'image/png' }
  },
})

const scanDoor = ({ wechat }: CloudRooms): Door => ({
  method: 'POST',
  path: '/wechat/scan',
  open: async (exchange) => {
    const body = await readJson(exchange)
    const scene = optionalText(body, 'scene')
    const scan =
      scene === undefined
        ? wechat.codes.scanPng(Buffer.from(textOf(body, 'pngBase64'), 'base64'))
        : wechat.codes.scanScene(scene)
    if (!scan) throw refusal(404, '这不是本地云生成的小程序码，无法打开。')
    return jsonReply(scan)
  },
})

/** What WeChat itself does around the mini program, for the demo and the tests. */
export const wechatDoors = (rooms: CloudRooms): Door[] =>
  [inboxDoor, consentDoor, phoneCodeDoor, visitDoor, mediaResultDoor, codeDoor, scanDoor].map((door) => door(rooms))

import { randomUUID } from 'node:crypto'
import { phoneCaller } from '../functions/caller'
import type { Functions } from '../functions/open-functions'
import type { Outcome } from '../functions/outcome'
import type { Visits } from '../wechat/open-visits'
import { jsonReply, JSON_TYPE, refusal, type Door, type Exchange, type Reply } from './door'
import { pathBehind } from './path-behind'
import { parseObject, type JsonObject } from './read-json'

const PREFIX = '/call/'

/** The identity a door request claims. @throws Refusal 400 */
export const openidOf = ({ request }: Exchange): string => {
  const openid = request.headers['x-wx-openid']
  if (typeof openid !== 'string' || !/^[\w-]{1,64}$/.test(openid))
    throw refusal(400, '缺少 x-wx-openid 请求头，请写明是哪位用户。')
  return openid
}

const replyOf = (outcome: Outcome, requestId: string): Reply =>
  outcome.ok
    ? { body: outcome.json, type: JSON_TYPE, headers: { 'x-request-id': requestId } }
    : jsonReply(
        {
          errCode: outcome.failure.errCode,
          errMsg: `cloud.callFunction:fail Error: errCode: ${outcome.failure.errCode} ${outcome.failure.message}`,
          requestId,
        },
        500,
      )

/** The event's text with who calls: put behind the last key, where it wins over one the phone sent. */
const eventText = (text: string, event: JsonObject, userInfo: object): string =>
  Object.keys(event).length === 0
    ? JSON.stringify({ userInfo })
    : `${text.slice(0, text.lastIndexOf('}'))},"userInfo":${JSON.stringify(userInfo)}}`

/** The phone's door: what `wx.cloud.callFunction` reaches. The platform adds `userInfo` to the event. */
export const callDoor = (functions: Functions, visits: Visits, appId: string): Door => ({
  method: 'POST',
  path: PREFIX,
  open: async (exchange) => {
    const openid = openidOf(exchange)
    const name = pathBehind(exchange, PREFIX)
    if (name === '') throw refusal(400, '没有写明要调用哪个云函数，请检查地址。')
    const text = (await exchange.body()).toString('utf8')
    const event = parseObject(text)
    const requestId = randomUUID()
    visits.visit(openid)
    const outcome = await functions.invoke({
      name,
      event: eventText(text, event, { appId, openId: openid }),
      action: typeof event.action === 'string' ? event.action : '',
      caller: phoneCaller(openid),
      requestId,
    })
    return replyOf(outcome, requestId)
  },
})

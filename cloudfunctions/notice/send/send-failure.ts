import { messageTemplates } from 'types/message-templates'
import type { TemplateKey } from 'types/notice'
import { errorText, openapiCode } from '../../kit/platform-error'
import { withdrawnOnTheWay } from '../template/withdrawn'
import type { Settlement } from './message-store'

const noQuota = 43101
const noTemplate = 40037
const brokenField = 47003
const tooMany = 45009
/** The connection was never made: it cannot have arrived. */
const neverLeft = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/

/** WeChat's other refusals in words (developers.weixin.qq.com, subscribeMessage.send). */
const reasons: Readonly<Record<number, string>> = {
  40003: '对方的微信账号无效',
  41030: '跳转页面有误，请联系管理员',
  [-604101]: '云函数还没有发送权限，请联系管理员',
}

const fieldReason = (template: TemplateKey, thrown: unknown) => {
  const [, key] = /data\.(\w+)/.exec(errorText(thrown)) ?? []
  const field = messageTemplates[template].fields.find((candidate) => candidate.key === key)
  return field ? `“${field.name}”不符合微信的填写要求` : '内容不符合微信的填写要求'
}

/**
 * What a refused or unanswered send means. Only WeChat's own word settles a message as failed; where no word came it
 * may have arrived, so it stays unknown and is never sent again.
 */
export const readFailure = (template: TemplateKey, thrown: unknown): Settlement => {
  const code = openapiCode(thrown)
  if (code === noQuota) return { act: 'settle-refused', reason: '对方没有订阅，或已拒收' }
  if (code === noTemplate) return withdrawnOnTheWay
  if (code === brokenField) return { act: 'settle-failed', reason: fieldReason(template, thrown) }
  if (code === tooMany) return { act: 'settle-failed', reason: '微信限制了发送频率，可以补发', again: true }
  if (code === undefined && neverLeft.test(errorText(thrown)))
    return { act: 'settle-failed', reason: '没有连上微信，可以补发', again: true }
  const known = code === undefined ? undefined : reasons[code]
  if (known) return { act: 'settle-failed', reason: known }
  return code !== undefined && code > 0
    ? { act: 'settle-failed', reason: `微信没有接收（错误 ${code}）` }
    : { act: 'lose', reason: '微信没有回应，结果不明' }
}

import { formatDateTime } from 'types/calendar'
import { deriveId } from 'types/ids'
import { messageTemplates } from 'types/message-templates'
import { messageMachine } from 'types/notice'
import type { tryEntries } from 'types/notice-try'
import type { TemplateKey } from 'types/template-keys'
import { nudge } from '../../kit/nudge'
import type { Handler } from '../../kit/serve'
import { fitData, layMessage } from '../send/compose'
import { createMessage, findMessage } from '../send/message-store'

const sampleOf = (key: string, name: string, now: Date): string => {
  if (key.startsWith('time')) return formatDateTime(now)
  if (key.startsWith('phrase')) return '试发'
  return key.startsWith('character_string') ? 'TEST-0001' : `${name}（试发）`
}

const sample = (template: TemplateKey, now: Date) =>
  fitData(
    template,
    Object.fromEntries(messageTemplates[template].fields.map(({ key, name }) => [key, sampleOf(key, name, now)])),
  )

/** Sends the caller a message of a template with sample words, as every other message is sent; it uses up one consent. */
export const tryTemplate: Handler<typeof tryEntries.tryTemplate> = async ({ _id, template }, { caller, now }) => {
  const { openid, name } = caller
  const id = deriveId('try', openid, _id)
  const message = layMessage({
    ...{ _id: id, openid, name, pushId: null, template, page: null, fields: sample(template, now), at: now },
  })
  const before = (await createMessage(message)) ? null : await findMessage(id)
  nudge('notice')
  const { state, reason } = before ?? message
  const words = [messageMachine.states[state].label, reason].filter(Boolean).join('：')
  return { isOver: state !== 'queued' && state !== 'sending', isSent: state === 'sent', words }
}

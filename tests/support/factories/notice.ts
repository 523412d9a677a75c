import { deriveId } from 'types/ids'
import { messageTemplates, templateId } from 'types/message-templates'
import type { TemplateKey } from 'types/notice'
import type { Cloud } from '../cloud'
import { readDocuments } from './org'

export const accountTemplate = (key: TemplateKey) => templateId(key, {})

/** Data of a message that keeps every rule of its template. */
export const goodData = (key: TemplateKey): Record<string, string> => {
  const value = (field: string) => {
    if (field.startsWith('time')) return '2026年6月18日 09:30'
    if (field.startsWith('phrase')) return '整改中'
    return field.startsWith('character_string') ? '7KQ2M9XAB' : '消防通道堆放杂物'
  }
  return Object.fromEntries(messageTemplates[key].fields.map(({ key: field }) => [field, value(field)]))
}

/** The tap on WeChat's panel: WeChat grants the messages and the phone books the answer, once for each. */
export const agree = async (cloud: Cloud, openid: string, key: TemplateKey = 'activity', times = 1) => {
  await cloud.consent(openid, accountTemplate(key), 'accept', times)
  for (let time = 0; time < times; time++)
    await cloud.call(
      'notice',
      'consent',
      { _id: deriveId('consent', openid, key, String(time)), results: [{ template: key, result: 'accept' }] },
      openid,
    )
}

/** A minute of the sender's: whoever is at work when it comes finishes first, since he would leave what is new to the next one. */
export const minutePasses = async (cloud: Cloud) => {
  await cloud.rest()
  await cloud.tick('notice')
  await cloud.rest()
}

/** Runs the sender until no message is queued or under way and no push unfinished; gives up after ten seconds. */
export const settled = async (cloud: Cloud) => {
  for (let round = 0; round < 50; round++) {
    await cloud.tick('notice')
    const open = [
      ...(await readDocuments(cloud, 'messages', { state: { $in: ['queued', 'sending'] } })),
      ...(await readDocuments(cloud, 'messages', { outboxAt: { $ne: null } })),
      ...(await readDocuments(cloud, 'pushes', { state: { $nin: ['done', 'cancelled', 'paused'] } })),
    ]
    if (open.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('messages are still on their way')
}

const farAway = Date.parse('2100-01-01T00:00:00Z')
const date = (at: number) => ({ $date: { $numberLong: String(at) } })

const changeLease = async (cloud: Pick<Cloud, 'admin'>, filter: object, set: object): Promise<boolean> => {
  const reply = await cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'leases', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false },
    query: JSON.stringify({ _id: 'notice.send', ...filter }),
    data: JSON.stringify({ $set: set }),
  })
  return (reply as { data: { updated: number } }).data.updated > 0
}

/** Keeps the sender from starting, so that a test decides when it does and where it dies. */
export const holdSender = async (cloud: Cloud) => {
  for (let round = 0; round < 100; round++) {
    await cloud.tick('notice')
    // Only a lease that was given back: a sender at work would go on.
    if (await changeLease(cloud, { until: date(0) }, { until: date(farAway), holder: 'test' })) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the sender does not rest')
}
export const freeSender = (cloud: Cloud) => changeLease(cloud, { holder: 'test' }, { until: date(0) })

import { createHash } from 'node:crypto'
import type { Cloud } from './cloud'

/**
 * What differs between two runs whatever the data: the second of a thing, the number of a call, the door it came by and
 * the signature of an address.
 */
export const untimed = (text: string): string =>
  text
    .replaceAll(/(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d{3}Z/g, '$1')
    .replaceAll(/(requestId\\*":\\*")\w+/g, '$1')
    .replaceAll(/127\.0\.0\.1:\d+|sign=\w+|&t=\d+/g, '')

export type Question = readonly [fn: string, action: string, input: object]

/** Headers that differ from call to call. */
const passing = new Set(['date', 'content-length', 'x-request-id'])

/** One reply as it goes over the wire: status, headers and body. */
export const hear = async (cloud: Cloud, openid: string, [fn, action, input]: Question): Promise<string> => {
  const reply = await cloud.request(`/call/${fn}`, {
    method: 'POST',
    headers: openid ? { 'x-wx-openid': openid } : {},
    body: JSON.stringify({ action, input }),
  })
  const headers = Object.entries(reply.headers).filter(([name]) => !passing.has(name))
  return untimed(JSON.stringify([openid, fn, action, reply.status, headers, reply.body.toString('utf8')]))
}

/** The bytes behind every address of a reply, as one hash each. */
export const filesOf = async (cloud: Cloud, heard: string, raw: string): Promise<string[]> => {
  const urls = [...raw.matchAll(/"url":"(http[^"]+)"/g)].map(([, url]) => url ?? '')
  const files = await Promise.all(urls.map((url) => cloud.request(url)))
  return files.map(
    ({ status, body }) => `${heard.slice(0, 60)} ${status} ${createHash('sha256').update(body).digest('hex')}`,
  )
}

/** Lines the functions printed about calls of people, without what differs by the clock. */
export const loggedBy = (cloud: Cloud, actions: ReadonlySet<string>): string[] =>
  cloud
    .printed()
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf('{"requestId"')
      if (at < 0) return []
      const { action, code, reason = '' } = JSON.parse(line.slice(at)) as Record<string, string>
      return actions.has(action ?? '') ? [`${action} ${code} ${reason}`] : []
    })
    .sort()

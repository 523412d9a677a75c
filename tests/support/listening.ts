import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import type { Cloud } from './cloud'

/**
 * What differs between two runs whatever the data: minute and second of a thing and the hashes over them, the number of
 * a call, the door it came by and the signature of an address.
 */
export const untimed = (text: string): string =>
  text
    .replaceAll(/(\d{4}-\d\d-\d\dT\d\d):\d\d:\d\d\.\d{3}Z/g, '$1')
    .replaceAll(/((?:requestId|head|hash)\\*":\\*")[\w-]+/g, '$1')
    // Heads of a day fold those hashes; WeChat's word on a picture comes when it comes; a sheet's name is drawn.
    .replaceAll(/"[0-9a-f]{20}\\*"/g, '""')
    .replaceAll(/(check\\*":\\*")(?:pending|pass)/g, '$1')
    .replaceAll(/(exports\/hazard\/\w+\/)[\w-]+/g, '$1')
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

/** What an office document says: all its parts but when it was made. */
const saidBy = (body: Buffer): string => {
  if (body.subarray(0, 2).toString() !== 'PK') return body.toString('base64')
  const parts = Object.entries(unzipSync(body)).filter(([name]) => !name.startsWith('docProps/'))
  return parts.map(([name, bytes]) => `${name} ${strFromU8(bytes)}`).join('\n')
}

/** What the files behind all addresses of a reply say, as one hash each. */
export const filesOf = async (cloud: Cloud, name: string, reply: string): Promise<string[]> => {
  const urls = [...reply.matchAll(/"url":"(http[^"]+)"/g)].map(([, url]) => url ?? '')
  const files = await Promise.all(urls.map((url) => cloud.request(url)))
  const hash = (body: Buffer) =>
    createHash('sha256')
      .update(untimed(saidBy(body)))
      .digest('hex')
  return files.map(({ status, body }) => `${name} ${status} ${hash(body)}`)
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

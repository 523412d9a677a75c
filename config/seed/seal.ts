import { createCipheriv, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const env = Object.fromEntries(
  readFileSync(path.resolve('config/local.env'), 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
)

const readKey = () => {
  const [id = '', key = ''] = (env.SENSITIVE_KEYS ?? '').split(':')
  return { id, key: Buffer.from(key, 'base64') }
}

/**
 * As cloudfunctions/kit/sensitive seals, with the local cloud's keys. The vector is derived from the place, so that the
 * demonstration is the same to the byte every time; keys and people are nobody's.
 */
export const seal = (plain: string, aad: string): string => {
  const { id, key } = readKey()
  const iv = createHmac('sha256', key).update(`${aad}\n${plain}`).digest().subarray(0, 12)
  const encryption = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAAD(
    Buffer.from(`${id}\n${aad}`, 'utf8'),
  )
  const data = Buffer.concat([encryption.update(plain, 'utf8'), encryption.final()])
  return [id, ...[iv, encryption.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.')
}

/** The key of an anonymous report of the demonstration, as its reporter's phone would keep it. */
export const retrievalKeyIn = (id: string) => `seed${id}`

/** As kit/sensitive `fingerprint`. */
export const fingerprint = (plain: string): string => {
  const key = Buffer.from(env.HMAC_KEY ?? '', 'base64')
  return createHmac('sha256', key).update(plain, 'utf8').digest('base64url')
}

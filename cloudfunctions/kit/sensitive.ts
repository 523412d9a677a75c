import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { AppError } from 'types/app-error'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16
const keyBytes = 32

/** The person reads the book's INTERNAL sentence; the operator finds this one in the log. */
const operatorError = (reason: string) => new AppError('INTERNAL', { reason })

const readKey = (text: string, name: string): Buffer => {
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyBytes) {
    throw operatorError(`环境变量 ${name} 应是 ${keyBytes} 字节密钥的 base64，现在是 ${key.length} 字节，请重新生成。`)
  }
  return key
}

const parseKeys = (text: string | undefined): Map<string, Buffer> => {
  const keys = new Map<string, Buffer>()
  for (const item of (text ?? '').split(',').map((part) => part.trim())) {
    if (!item) continue
    const [, id, key] = /^([A-Za-z0-9]+):(.+)$/.exec(item) ?? []
    if (!id || !key)
      throw operatorError('环境变量 SENSITIVE_KEYS 的格式应为“编号:base64密钥”，多个用逗号隔开，当前的排最前。')
    if (keys.has(id)) throw operatorError(`环境变量 SENSITIVE_KEYS 里编号 ${id} 出现了两次，请为每把密钥起不同的编号。`)
    keys.set(id, readKey(key, 'SENSITIVE_KEYS'))
  }
  if (keys.size === 0)
    throw operatorError('环境变量 SENSITIVE_KEYS 未设置，无法加密保存证件号码，请在云函数配置中填写密钥。')
  return keys
}

let parsed: { text: string | undefined; keys: Map<string, Buffer> } | undefined

const sensitiveKeys = () => {
  const text = process.env.SENSITIVE_KEYS
  if (!parsed || parsed.text !== text) parsed = { text, keys: parseKeys(text) }
  return parsed.keys
}

const currentKey = () => {
  const [first] = sensitiveKeys()
  if (!first) throw operatorError('环境变量 SENSITIVE_KEYS 未设置。')
  return { id: first[0], key: first[1] }
}

const tie = (keyId: string, aad: string) => Buffer.from(`${keyId}\n${aad}`, 'utf8')

/**
 * Encrypts with the current key (AES-256-GCM) → `keyId.iv.tag.data`, parts in base64url.
 * @param aad where the value lives, e.g. `volunteers/<id>/idNumber`: a ciphertext moved elsewhere cannot be opened
 */
export const seal = (plain: string, aad: string): string => {
  const { id, key } = currentKey()
  const iv = randomBytes(ivBytes)
  const encryption = createCipheriv(cipher, key, iv, { authTagLength: tagBytes }).setAAD(tie(id, aad))
  const data = Buffer.concat([encryption.update(plain, 'utf8'), encryption.final()])
  return [id, ...[iv, encryption.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.')
}

const split = (sealed: string) => {
  const [, id, iv, tag, data] = /^([A-Za-z0-9]+)\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/.exec(sealed) ?? []
  if (!id || !iv || !tag || data === undefined) throw operatorError('密文格式有误，数据可能已损坏。')
  const [ivPart, tagPart, dataPart] = [iv, tag, data].map((part) => Buffer.from(part, 'base64url'))
  return { id, iv: ivPart as Buffer, tag: tagPart as Buffer, data: dataPart as Buffer }
}

/**
 * Decrypts what `seal` made, with any key still listed.
 * @throws AppError INTERNAL when the key is gone, the text was tampered with or `aad` names another place
 */
export const open = (sealed: string, aad: string): string => {
  const { id, iv, tag, data } = split(sealed)
  const key = sensitiveKeys().get(id)
  if (!key) throw operatorError(`找不到编号为 ${id} 的密钥，请把旧密钥放回环境变量 SENSITIVE_KEYS（排在新密钥之后）。`)
  try {
    const decryption = createDecipheriv(cipher, key, iv, { authTagLength: tagBytes })
      .setAAD(tie(id, aad))
      .setAuthTag(tag)
    return Buffer.concat([decryption.update(data), decryption.final()]).toString('utf8')
  } catch {
    throw operatorError('密文校验没有通过，数据可能被改动或放错了位置。')
  }
}

/** Whether another key than the current one sealed it: reseal with `seal(open(sealed, aad), aad)`. */
export const isStale = (sealed: string): boolean => split(sealed).id !== currentKey().id

/** Keyed HMAC-SHA-256 in base64url: the same value gives the same mark ("already applied") without revealing it. */
export const fingerprint = (plain: string): string => {
  const text = process.env.HMAC_KEY
  if (!text) throw operatorError('环境变量 HMAC_KEY 未设置，无法比对是否重复申请，请在云函数配置中填写密钥。')
  return createHmac('sha256', readKey(text, 'HMAC_KEY')).update(plain, 'utf8').digest('base64url')
}

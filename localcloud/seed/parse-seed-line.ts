import { isCloudPath } from '../storage/cloud-path'

export type SeedLine =
  | { kind: 'document'; text: string }
  | { kind: 'file'; path: string; content: Buffer }
  | { kind: 'meta'; now: number }
  | { kind: 'consent'; openid: string; template: string; quota: number }
  | { kind: 'blank' }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectOf = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** @returns what one line of a seed says, or a text why it cannot be read. */
export const parseSeedLine = (text: string, collections: Set<string>): SeedLine | string => {
  if (text.trim() === '') return { kind: 'blank' }
  const line = objectOf(text)
  if (!line) return '不是完整的 JSON'
  if (isObject(line.meta)) {
    const now = Date.parse(String(line.meta.now))
    return Number.isNaN(now) ? 'meta.now 不是时间' : { kind: 'meta', now }
  }
  if (typeof line.f === 'string') {
    if (!isCloudPath(line.f) || typeof line.b64 !== 'string') return '文件路径或内容不合要求'
    return { kind: 'file', path: line.f, content: Buffer.from(line.b64, 'base64') }
  }
  if (isObject(line.consent)) {
    const { openid, template, quota } = line.consent
    if (typeof openid !== 'string' || typeof template !== 'string' || !Number.isInteger(quota)) return '订阅次数不完整'
    return { kind: 'consent', openid, template, quota: Number(quota) }
  }
  if (typeof line.c !== 'string' || !isObject(line.d)) return '缺少集合名 c 或文档 d'
  return collections.has(line.c) ? { kind: 'document', text } : `集合 ${line.c} 不在构建清单里`
}
